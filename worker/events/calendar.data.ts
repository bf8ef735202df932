import { and, asc, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { nullable, shape, type Database } from '../lib/database'
import { mine } from './events.data'
import { events } from './events.schema'

const DAY = 86_400_000
/** How far back a feed goes, and how many events it holds at most. */
const BACK = 60 * DAY
const MOST = 300

/** Events as the calendar of one person needs them: also what they gave back, for it has to be taken out again. */
const selectEntries = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        id: events.id,
        title: events.title,
        description: events.description,
        start_time: events.start_time,
        end_time: events.end_time,
        place: events.place,
        location: events.location,
        online_link: events.online_link,
        sequence: events.sequence,
        updated_at: events.updated_at,
        published_at: events.published_at,
        cancelled_at: events.cancelled_at,
        organizer_name: accounts.name,
        is_mine: sql<boolean>`coalesce(${events.organizer_account_id} = ${me}, 0)`.mapWith(Boolean),
        my_state: sql<'going' | 'waiting' | 'left' | null>`${mine.state}`,
        my_version: nullable(mine.version),
      }),
    )
    .from(events)
    .innerJoin(accounts, eq(accounts.id, events.organizer_account_id))
    .leftJoin(mine, and(eq(mine.event_id, events.id), eq(mine.account_id, me)))
export type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number]

export const entryOf = (db: Database, id: string, me: SQL | string) =>
  selectEntries(db, me).where(and(eq(events.id, id), isNotNull(events.published_at)))

/** What a person organizes or goes to, or went to lately, and what was taken from their calendar and lies ahead. */
export const entriesFor = (db: Database, me: SQL, now: Date) => {
  const from = now.getTime() - BACK
  const ahead = sql`${events.end_time} > ${now.getTime()}`
  return selectEntries(db, me)
    .where(
      and(
        isNotNull(events.published_at),
        sql`${events.id} in (select id from events where organizer_account_id = ${me} and start_time > ${from}
          union all select event_id from event_rsvps where account_id = ${me} and state in ('going', 'left'))`,
        sql`${events.start_time} > ${from}`,
        or(sql`${events.cancelled_at} is null`, ahead),
        or(eq(events.organizer_account_id, me), eq(mine.state, 'going'), ahead),
      ),
    )
    .orderBy(asc(events.start_time), asc(events.id))
    .limit(MOST)
}
