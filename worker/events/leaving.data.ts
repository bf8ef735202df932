import { sql } from 'drizzle-orm'
import type { Database } from '../lib/database'

/** Events ahead that somebody organizes and others know of. */
export const organizedAhead = (db: Database, account_id: string, now: Date, most: number) =>
  db.all<{ id: string }>(sql`select id from events where organizer_account_id = ${account_id}
    and published_at is not null and cancelled_at is null and end_time > ${now.getTime()} order by start_time limit ${most}`)

/** Events ahead that somebody goes to or waits for. */
export const joinedAhead = (db: Database, account_id: string, now: Date, most: number) =>
  db.all<{ id: string }>(sql`select r.event_id as id from event_rsvps r join events e on e.id = r.event_id
    where r.account_id = ${account_id} and r.state in ('going', 'waiting') and e.end_time > ${now.getTime()} limit ${most}`)
