import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { join } from 'node:path'
import { root } from './place.ts'

const tools = {
  vite: 'vite/bin/vite.js',
  wrangler: 'wrangler/bin/wrangler.js',
}

/** A tool runs on the Node of this program: the one first in PATH may be too old for it. */
const spawnTool = (tool: keyof typeof tools, args: string[], options: SpawnOptions): ChildProcess =>
  spawn(process.execPath, [join(root, 'node_modules', tools[tool]), ...args], { cwd: root, ...options })

/** Runs a tool to its end, silently; when it fails, the error carries everything it said. */
export const finish = async (tool: keyof typeof tools, args: string[], cwd = root): Promise<void> => {
  const child = spawnTool(tool, args, { cwd, env: { ...process.env, CI: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout?.on('data', (text) => (said += text))
  child.stderr?.on('data', (text) => (said += text))
  const code = await new Promise((ended) => child.on('close', ended))
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} failed\n${said}`)
}

/** Calls `leave` once: on a signal, or when the parent is gone, because npm's shell does not pass signals on. */
export const onLeave = (leave: () => void): void => {
  const parent = process.ppid
  let left = false
  const leaveOnce = () => {
    if (!left) leave()
    left = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leaveOnce)
  setInterval(() => process.ppid === parent || leaveOnce(), 500).unref()
}

/** Starts a tool in a process group of its own, because wrangler leaves its children behind when it alone is ended. */
export const keep = (tool: keyof typeof tools, args: string[], cwd = root): void => {
  const child = spawnTool(tool, args, { cwd, detached: true, stdio: ['ignore', 'inherit', 'inherit'] })
  const endGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, signal)
    } catch {
      // The group is gone already.
    }
  }
  onLeave(() => {
    process.exitCode = 0
    endGroup('SIGTERM')
    setTimeout(() => process.exit(), 3000)
  })
  child.once('exit', (code) => process.exit(process.exitCode ?? (code || 1)))
  process.once('exit', () => endGroup('SIGKILL'))
}
