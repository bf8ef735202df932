import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Proofs from outside: they talk HTTP only, to BASE_URL where it is given, else to a built Worker of their own. PROOF_RUNS
 * scales them, PROOF_SEED repeats one.
 */
export default defineConfig({
  root: here('.'),
  cacheDir: here('../node_modules/.vite/bench'),
  test: {
    include: ['proofs/*.proof.ts'],
    globalSetup: ['./proofs/setup.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
