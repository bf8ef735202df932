import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler'
import { originAt, root } from './place.ts'
import { finish } from './processes.ts'
import { applyMigrations, ensureDevVars } from './state.ts'

const KINDS = { js: 'ESModule', wasm: 'CompiledWasm', txt: 'Text', bin: 'Data' } as const

const modulesIn = async (folder: string) => {
  const names = (await readdir(folder)).filter((name) => /\.(js|wasm|txt|bin)$/.test(name))
  // The runtime starts with the first one.
  names.sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'))
  return Promise.all(
    names.map(async (path) => {
      const type = KINDS[path.slice(path.lastIndexOf('.') + 1) as keyof typeof KINDS]
      const contents = await readFile(join(folder, path))
      return type === 'CompiledWasm' || type === 'Data'
        ? { type, path, contents }
        : { type, path, contents: contents.toString() }
    }),
  )
}

interface Place {
  port: number
  stateDir: string
  /** The build and the database of the last time are there and are used as they are. */
  again?: boolean
}

/** Serves a Worker as it would be deployed, with local bindings and without the machinery of `wrangler dev`. */
export const serveWorker = async (config: string, { port, stateDir, again = false }: Place) => {
  const outdir = join(stateDir, 'built')
  if (!again) await finish('wrangler', ['deploy', '-c', config, '--dry-run', '--outdir', outdir])
  const { modulesRules: _rules, rootPath: _rootPath, ...worker } = workerOptionsOf(config).workerOptions
  const options = convertV4MiniflareOptions({
    host: '127.0.0.1',
    port,
    cf: false,
    telemetry: { enabled: false },
    // A line for each request would drown what is being measured.
    handleStructuredLogs: ({ level, message }) => void (level === 'error' && console.error(message)),
    workers: [
      {
        ...worker,
        name: 'built',
        bindings: { ...(worker.bindings as object), PUBLIC_ORIGIN: originAt(port) },
        modules: await modulesIn(outdir),
      },
    ],
  })
  const miniflare = new Miniflare({ ...options, resourcePersistencePath: join(stateDir, 'v3') })
  await miniflare.ready
  return { url: originAt(port), dispose: () => miniflare.dispose() }
}

/** The product's own Worker, in development mode and with its migrations applied. */
export const serveBuilt = async (at: Place) => {
  await ensureDevVars()
  if (!at.again) await applyMigrations(at.stateDir)
  return serveWorker(join(root, 'wrangler.toml'), at)
}
