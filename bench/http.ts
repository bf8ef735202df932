import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveBuilt, serveWorker } from '../worker/dev/built.ts'
import { root } from '../worker/dev/place.ts'
import { freePort } from '../worker/dev/port.ts'
import { plantSeedWorld } from '../worker/dev/world.ts'
import { rateOf, type Target } from './load.ts'

const rounds = 5
const milliseconds = 1500

// Their own state, so that a run changes nothing and every run begins alike.
const stateDir = await mkdtemp(join(tmpdir(), 'aspirex-bench-'))
const product = await serveBuilt({ port: await freePort(), stateDir: join(stateDir, 'product') })
const bare = await serveWorker(join(root, 'bench/wrangler.toml'), {
  port: await freePort(),
  stateDir: join(stateDir, 'bare'),
})

const post = async (path: string, body: object): Promise<{ token?: string }> => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(product.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}`)
  return (await answer.json()) as { token?: string }
}

const prepare = async () => {
  await fetch(`${bare.url}/row/`, { method: 'PUT' })
  await plantSeedWorld(product.url)
  await post('/sandbox/limits/', { scale: 1_000_000 })
  return post('/api/auth/login/', { email: 'asha@example.com', password: 'aspirex-demo' })
}

const measure = async (targets: Record<string, Target>) => {
  const rates = new Map<string, number[]>(Object.keys(targets).map((name) => [name, []]))
  // Taking turns, so that whatever else the machine does falls on all alike; the first round only warms up.
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, target] of Object.entries(targets)) {
      const rate = await rateOf(target, milliseconds)
      if (round > 0) rates.get(name)!.push(rate)
    }
  return (name: string): number => rates.get(name)!.toSorted((a, b) => a - b)[rounds >> 1]!
}

try {
  const { token } = await prepare()
  const median = await measure({
    'a bare route': { url: `${bare.url}/` },
    'a bare select': { url: `${bare.url}/row/` },
    'GET /api/auth/me/ of a visitor (401, no select)': { url: `${product.url}/api/auth/me/`, status: 401 },
    'GET /api/site-status/': { url: `${product.url}/api/site-status/` },
    'GET /api/mentors/M000001/': { url: `${product.url}/api/mentors/M000001/` },
    'GET /api/auth/me/': { url: `${product.url}/api/auth/me/`, headers: { authorization: `Token ${token}` } },
  })
  console.log(`Median requests a second, ${rounds} rounds of ${milliseconds} ms, taking turns`)
  for (const name of ['a bare route', 'a bare select']) console.log(`${name}: ${median(name).toFixed(0)}`)
  const compare = (name: string, beside: string, aim: number) => {
    const ratio = (100 * median(name)) / median(beside)
    if (ratio < aim) process.exitCode = 1
    const verdict = ratio < aim ? 'missed' : 'met'
    console.log(`${name}: ${median(name).toFixed(0)}, ${ratio.toFixed(0)} % of ${beside} (aim ${aim} %: ${verdict})`)
  }
  compare('GET /api/auth/me/ of a visitor (401, no select)', 'a bare route', 70)
  compare('GET /api/site-status/', 'a bare select', 60)
  compare('GET /api/mentors/M000001/', 'a bare select', 60)
  compare('GET /api/auth/me/', 'a bare select', 60)
} finally {
  await Promise.all([product.dispose(), bare.dispose()])
  await rm(stateDir, { recursive: true, force: true })
}
process.exit()
