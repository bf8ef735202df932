import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../worker/dev/place.ts'
import { freePort } from '../../worker/dev/port.ts'
import { untilHealthy } from '../../worker/dev/world.ts'

export interface Server {
  url: string
  /** `kill -9` of the whole process group: nothing is said goodbye to. */
  kill: () => Promise<void>
}

/** The built Worker in a process group of its own, over this state; on `port` again as it was built before. */
export async function startServer(stateDir: string, port?: number): Promise<Server> {
  const at = port ?? (await freePort())
  const child = spawn(
    process.execPath,
    [join(root, 'worker/dev/serve.ts'), ...(port === undefined ? [] : ['--again'])],
    {
      cwd: root,
      detached: true,
      env: { ...process.env, PORT: String(at), STATE_DIR: stateDir },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const gone = once(child, 'exit')
  const url = `http://localhost:${at}`
  const failed = gone.then(() => Promise.reject(new Error('the server ended before it was ready')))
  await Promise.race([untilHealthy(url), failed])
  failed.catch(() => {})
  return {
    url,
    kill: async () => {
      process.kill(-child.pid!, 'SIGKILL')
      await gone
    },
  }
}
