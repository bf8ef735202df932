import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where this copy of the product lives: its folder, its port and its local state. */
export const root = resolve(import.meta.dirname, '../..')
export const web = join(root, 'web')
export const stateDir = resolve(root, process.env.STATE_DIR ?? '.wrangler/state')
export const port = Number(process.env.PORT ?? 8787)

export const originAt = (port: number): string => `http://localhost:${port}`

if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
process.env.WRANGLER_LOG ??= 'warn'
// Each copy keeps to itself: without this, two of them on one machine would find each other's Workers.
process.env.WRANGLER_REGISTRY_PATH ??= join(stateDir, 'registry')
