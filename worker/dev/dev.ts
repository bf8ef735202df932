import { join } from 'node:path'
import { createServer } from 'vite'
import { originAt, port, stateDir, web } from './place.ts'
import { claimPort } from './port.ts'
import { keep } from './processes.ts'
import { applyMigrations, ensureDevVars, writeLocalConfig } from './state.ts'
import { announce, plantSeedWorld, pokeCron, untilHealthy } from './world.ts'

// Hot reload for both halves: Vite at the product's own origin, in front of the Worker one port above.
const workerPort = port + 1
await claimPort(port)
await claimPort(workerPort)
await ensureDevVars()
const [config] = await Promise.all([writeLocalConfig(stateDir, port), applyMigrations(stateDir)])

const worker = originAt(workerPort)
keep('wrangler', ['dev', '-c', config, '--port', `${workerPort}`, '--persist-to', stateDir, '--log-level', 'warn'])
await untilHealthy(worker)
await plantSeedWorld(worker)

process.env.API_ORIGIN = worker
const vite = await createServer({
  root: web,
  configFile: join(web, 'vite.config.ts'),
  server: { port, strictPort: true },
})
await vite.listen()
announce(originAt(port))
await pokeCron(worker)
