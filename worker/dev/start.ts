import { originAt, port, stateDir, web } from './place.ts'
import { claimPort } from './port.ts'
import { keep } from './processes.ts'
import { buildSpa } from './spa.ts'
import { applyMigrations, ensureDevVars, writeLocalConfig } from './state.ts'
import { announce, plantSeedWorld, pokeCron, untilHealthy } from './world.ts'

// The whole product at one origin: Pages serves the SPA and forwards to the Worker, as in production.
await claimPort(port)
await ensureDevVars()
const [config] = await Promise.all([writeLocalConfig(stateDir, port), applyMigrations(stateDir), buildSpa()])

const url = originAt(port)
const configs = ['-c', 'wrangler.toml', '-c', config]
keep(
  'wrangler',
  ['pages', 'dev', ...configs, '--port', `${port}`, '--persist-to', stateDir, '--log-level', 'warn'],
  web,
)
await untilHealthy(url)
await plantSeedWorld(url)
announce(url)
await pokeCron(url)
