import { isDevelopment, type Environment } from './environment'

/**
 * The only place that reads the machine's clock. Product time is machine time plus an offset that is always 0 in
 * production; in development it is persisted, so that a restart does not throw the world back.
 */
let offset = 0
let loaded: Promise<void> | undefined

export const now = (): Date => new Date(Date.now() + offset)

/** When the machine's clock will show what product time calls `due`: alarms are armed with this. */
export const machineTime = (due: Date): number => due.getTime() - offset

export function ensureClock(env: Environment): Promise<void> | undefined {
  if (!isDevelopment(env)) return undefined
  loaded ??= env.DB.prepare("select value from development where name = 'clock_offset'")
    .first<string>('value')
    .then((value) => void (offset = Number(value ?? 0)))
    .catch(() => void (loaded = undefined))
  return loaded
}

/** Development only. Never moves product time back; answers false where that was asked. */
export async function moveClock(env: Environment, to: Date): Promise<boolean> {
  const wished = to.getTime() - Date.now()
  if (wished < offset) return false
  offset = wished
  await env.DB.prepare(
    "insert into development (name, value) values ('clock_offset', ?1) on conflict (name) do update set value = ?1",
  )
    .bind(String(offset))
    .run()
  return true
}
