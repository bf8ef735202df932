import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const randomRuns = process.env.RANDOM_RUNS

// Read while miniflare is loaded: mail servers of the tests speak TLS with it.
process.env.NODE_EXTRA_CA_CERTS = here('./test/localhost.pem')
const { cloudflareTest, readD1Migrations } = await import('@cloudflare/vitest-plugin')

export default defineConfig(async () => ({
  root: here('.'),
  cacheDir: here('../node_modules/.vite/worker'),
  plugins: [
    cloudflareTest({
      wrangler: { configPath: here('../wrangler.toml') },
      miniflare: {
        bindings: {
          ENVIRONMENT: 'development',
          PUBLIC_ORIGIN: 'http://localhost:8787',
          CURRENCIES: 'INR,USD,EUR,GBP,JPY,KWD',
          CHECK_ANSWERS: '1',
          MIGRATIONS: await readD1Migrations(here('../migrations')),
        },
      },
    }),
  ],
  test: {
    include: ['**/*.test.ts'],
    // What plants worlds of many thousands belongs to the run at full size.
    exclude: randomRuns ? [] : ['**/*.deep.test.ts'],
    // How often a property is tried, where the run says so.
    env: randomRuns ? { RANDOM_RUNS: randomRuns } : {},
    isolate: false,
    setupFiles: ['./test/setup.ts'],
    globalSetup: ['./test/mail-servers.ts'],
    testTimeout: randomRuns ? 600_000 : 20_000,
  },
}))
