import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { sightings } from './chat.schema'

export const seenAt = (person: SQL | AnyColumn): SQL<Date | null> =>
  sql`(select seen_at from sightings where account_id = ${person})`.mapWith((at: number | null) =>
    at === null ? null : new Date(at),
  )

/** Only forward, and nothing of somebody who is erased. */
export const sighted = (db: Database, account_id: string, seen_at: Date): Statement =>
  db.run(sql`insert into ${sightings} (account_id, seen_at)
    select id, ${seen_at.getTime()} from accounts where id = ${account_id} and erased_at is null
    on conflict (account_id) do update set seen_at = excluded.seen_at where excluded.seen_at > seen_at`)
