import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findChromium } from './chromium.ts'
import { originAt, root } from './place.ts'
import { freePort } from './port.ts'

// What Lighthouse says of the built landing page on a phone, or of the paths that are named: the median of three runs.
const LIMITS = { performance: 97, accessibility: 100, 'best-practices': 100, seo: 100 }
const RUNS = 3

type Category = keyof typeof LIMITS
const categories = Object.keys(LIMITS) as Category[]

/** The whole product with a seed world of its own, as `npm start` serves it. */
const startProduct = async (port: number, stateDir: string) => {
  const env = { ...process.env, PORT: String(port), STATE_DIR: stateDir }
  const child = spawn(process.execPath, [join(root, 'worker/dev/start.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('is ready at')) return child
  throw new Error('The product did not start')
}

/** In a browser of its own, which remembers nothing of the run before. */
const scoresOf = async (url: string): Promise<Record<Category, number>> => {
  const port = await freePort()
  const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: findChromium(), args })
  try {
    const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' })
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'Nothing was measured')
    const score = (name: Category) => Math.round((result.lhr.categories[name]?.score ?? 0) * 100)
    return Object.fromEntries(categories.map((name) => [name, score(name)])) as Record<Category, number>
  } finally {
    await browser.close()
  }
}

/** A machine with much else to do sometimes loses a recording: that is no score, and is tried again. */
const measure = (url: string): Promise<Record<Category, number>> => scoresOf(url).catch(() => scoresOf(url))

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

const stateDir = await mkdtemp(join(tmpdir(), 'aspirex-lighthouse-'))
const port = await freePort()
const product = await startProduct(port, stateDir)
try {
  for (const path of process.argv.length > 2 ? process.argv.slice(2) : ['/']) {
    const runs = []
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(originAt(port) + path))
    for (const name of categories) {
      const score = median(runs.map((one) => one[name]))
      if (score < LIMITS[name]) process.exitCode = 1
      console.log(`${path} ${name}: ${score} of at least ${LIMITS[name]}`)
    }
  }
} finally {
  product.kill('SIGTERM')
  await once(product, 'exit')
  await rm(stateDir, { recursive: true, force: true })
}
