import { constants } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { originAt, root } from './place.ts'
import { finish } from './processes.ts'

/** `.dev.vars` is what makes a copy a development one; a clean clone has none. */
export const ensureDevVars = (): Promise<void> =>
  copyFile(join(root, '.dev.vars.example'), join(root, '.dev.vars'), constants.COPYFILE_EXCL).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })

export const applyMigrations = (stateDir: string): Promise<void> =>
  finish('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', stateDir])

/**
 * A copy of wrangler.toml that knows its port. A second Worker of `wrangler pages dev` takes variables from the file
 * beside its configuration and from nowhere else. The cron is left out: it does not fire locally, we post it.
 */
export const writeLocalConfig = async (stateDir: string, port: number): Promise<string> => {
  const folder = join(stateDir, 'serve')
  const config = await readFile(join(root, 'wrangler.toml'), 'utf8')
  const vars = await readFile(join(root, '.dev.vars'), 'utf8')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'wrangler.toml'),
    config.replace('main = "', `main = "${root}/`).replace(/^crons = .*$/m, 'crons = []'),
  )
  await writeFile(join(folder, '.dev.vars'), `${vars}\nPUBLIC_ORIGIN=${originAt(port)}\n`)
  return join(folder, 'wrangler.toml')
}
