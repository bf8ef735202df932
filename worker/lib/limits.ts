import { sql, type SQL } from 'drizzle-orm'
import type { Database } from './database'
import { isDevelopment, type Environment } from './environment'
import { attempts } from './spine.schema'

/** At most `most` tries by `subject` in each window of `seconds`. */
export interface Limit {
  subject: string | SQL<string>
  most: number
  seconds: number
}

let scale = 1
/** Development only: multiplies every limit, so that a load test can pass. */
export const scaleLimits = (times: number): void => void (scale = times)
export const limitScale = (): number => scale

const windowOf = (limit: Limit, now: Date): Date => new Date(now.getTime() - (now.getTime() % (limit.seconds * 1000)))

/** The subject of a limit for each account, whatever network it comes from; `me` as a declaration is asked with it. */
export const ofAccount = (act: string, me: SQL<string>): SQL<string> => sql`${`${act}:`} || coalesce(${me}, '')`

/** Counts one try and answers how many there were in this window. */
export const countTry = (db: Database, limit: Limit, now: Date) =>
  db
    .insert(attempts)
    .values({ subject: limit.subject, window_start: windowOf(limit, now), count: 1 })
    .onConflictDoUpdate({
      target: [attempts.subject, attempts.window_start],
      set: { count: sql`${attempts.count} + 1` },
    })
    .returning({ count: attempts.count })

/** Inside a batch, after `countTry`: what goes on quietly only below the limit. */
export const isWithin = (limit: Limit, now: Date): SQL =>
  sql`exists (select 1 from attempts where subject = ${limit.subject}
    and window_start = ${windowOf(limit, now).getTime()} and count <= ${limit.most * scale})`

export const isOver = (limit: Limit, count: number): boolean => count > limit.most * scale

/** Seconds until the window ends. */
export const retryAfter = (limit: Limit, now: Date): number =>
  Math.ceil((windowOf(limit, now).getTime() + limit.seconds * 1000 - now.getTime()) / 1000)

/** The network a request came from: /24 of IPv4, /56 of IPv6, so that one household or attacker is one. */
export function addressPrefix(headers: Headers): string {
  const address = headers.get('cf-connecting-ip') ?? 'local'
  if (address.includes('.')) return address.split('.').slice(0, 3).join('.')
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const full = [...groups, ...Array(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
  return full
    .slice(0, 4)
    .map((group) => group.padStart(4, '0'))
    .join(':')
    .slice(0, 17)
}

/** Sheds load before D1 is asked. Approximate by nature of the binding, so never a lock-out. */
export async function isShed(env: Environment, headers: Headers): Promise<boolean> {
  if (isDevelopment(env) && scale > 1) return false
  const { success } = await env.ADDRESS_LIMIT.limit({ key: addressPrefix(headers) })
  return !success
}
