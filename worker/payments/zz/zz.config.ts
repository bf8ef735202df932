import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
export default defineConfig(async () => ({
  root: here('../..'),
  cacheDir: here('../../../node_modules/.vite/worker-pay'),
  plugins: [cloudflareTest({ main: here('./zz-index.ts'), wrangler: { configPath: here('../../../wrangler.toml') }, miniflare: { bindings: { ENVIRONMENT: 'development', PUBLIC_ORIGIN: 'http://localhost:8787', CHECK_ANSWERS: '1', MIGRATIONS: await readD1Migrations(here('../../../migrations')) } } })],
  define: { 'import.meta.env.RANDOM_RUNS': JSON.stringify(process.env.RANDOM_RUNS ?? '') || 'undefined' },
  test: { include: ['payments/**/*.test.ts', 'sandbox/**/*.test.ts'], isolate: false, setupFiles: ['./test/setup.ts'], testTimeout: 20000 },
}))
