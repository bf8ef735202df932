import { sql } from 'drizzle-orm'
import { now } from './clock'
import { unmetered, write } from './database'
import type { Jobs } from './jobs'
import { drainOutbox } from './outbox'

const DAY = 86_400_000

export const spineJobs: Jobs = {
  drain_outbox: drainOutbox,
  /** What only served for a while: answers to repeat and counters of past windows. */
  forget_the_past: async (env) => {
    const db = unmetered(env)
    const at = now().getTime()
    const results = await write(db, [
      db.all(sql`delete from idempotency where created_at <= ${at - DAY} returning 1`),
      db.all(sql`delete from attempts where window_start <= ${at - DAY} returning 1`),
    ])
    return results.reduce<number>((sum, gone) => sum + (gone as unknown[]).length, 0)
  },
}
