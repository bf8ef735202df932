import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { root, web } from './place.ts'
import { finish } from './processes.ts'

const madeOrApart = new Set(['dist', 'e2e', 'functions', 'node_modules', 'paraglide', '.wrangler'])

const newestIn = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const times = entries
    .filter((entry) => !madeOrApart.has(entry.name))
    .map(async (entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? newestIn(path) : (await stat(path)).mtimeMs
    })
  return Math.max(0, ...(await Promise.all(times)))
}

/** Builds the SPA when something it is made of is newer than what was built last. */
export const buildSpa = async (): Promise<void> => {
  const built = await stat(join(web, 'dist/index.html')).catch(() => undefined)
  const { mtimeMs: installed } = await stat(join(root, 'package-lock.json'))
  const changed = Math.max(installed, await newestIn(web), await newestIn(join(root, 'worker/contract')))
  if (!built || built.mtimeMs < changed) await finish('vite', ['build', '--logLevel', 'warn'], web)
}
