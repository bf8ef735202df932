import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, devices } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')
const port = process.env.E2E_PORT ?? '4173'
const results = resolve(root, 'test-results')

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

export default defineConfig({
  testDir: '.',
  outputDir: resolve(results, 'browser'),
  fullyParallel: true,
  workers: 2,
  // Patience for a machine with much else to do; nothing waits longer than it needs.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  reporter: [['list'], ['json', { outputFile: resolve(results, 'browser.json') }]],
  use: {
    baseURL: `http://localhost:${port}`,
    // A trace of every action would cost a third of the time; `--trace on` brings it back for the one that fails.
    screenshot: 'only-on-failure',
    // It would fetch the whole product for each journey; those that go offline, and the great journey, allow it.
    serviceWorkers: 'block',
    // Drawing what moves is most of a browser's work on a machine without a graphics card.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      // Where there is none of these, Playwright looks for its own.
      executablePath: [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path)),
      args,
    },
  },
  globalSetup: './setup.ts',
  projects: [
    { name: 'desktop', grepInvert: /@thumb/, testIgnore: /clock|week/, use: { ...devices['Desktop Chrome'] } },
    {
      name: 'phone',
      grep: /@phone|@thumb/,
      testIgnore: /clock|week/,
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } },
    },
    // Moves the time of the world, so it comes after everybody else; and one journey after the other, for the hours of one
    // would let the hold of another run out.
    {
      name: 'clock',
      testMatch: /clock/,
      workers: 1,
      dependencies: ['desktop', 'phone'],
      use: { ...devices['Desktop Chrome'] },
    },
    // Days pass in it, which nothing else would outlive.
    { name: 'week', testMatch: /week/, dependencies: ['clock'], use: { ...devices['Desktop Chrome'] } },
  ],
  // The product itself, with a state of its own that begins with the seed world.
  webServer: {
    command: 'npm run --silent reset && npm start --silent',
    cwd: root,
    env: { PORT: port, STATE_DIR: `.wrangler/e2e${process.env.E2E_PORT ?? ''}` },
    wait: { stdout: /AspireX is ready/ },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
})
