import { and, asc, eq, gte, lt, min, sql } from 'drizzle-orm'
import { EVENT_DAYS_MOST } from '../contract/events.constants'
import { events } from '../events/events.schema'
import type { Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'

/** Listed, and willing to be found by search engines. */
const listed = and(
  eq(mentors.application_state, 'approved'),
  sql`not exists (select 1 from preferences p where p.account_id = ${mentors.account_id} and p.searchable = 0)`,
)

/** When the first listed mentor joined. */
export const firstListed = (db: Database) =>
  db
    .select({ at: min(mentors.created_at) })
    .from(mentors)
    .where(listed)

/** The protocol's most for one document. */
const MOST = 50_000

export const listedBetween = (db: Database, from: Date, until: Date) =>
  db
    .select({ mentor_id: mentors.mentor_id })
    .from(mentors)
    .where(and(listed, gte(mentors.created_at, from), lt(mentors.created_at, until)))
    .orderBy(asc(mentors.created_at), asc(mentors.mentor_id))
    .limit(MOST)

/** Published events that are not over, of organizers who are willing to be found, the soonest first. */
export const eventsAhead = (db: Database, now: Date) =>
  db
    .select({ id: events.id, updated_at: events.updated_at })
    .from(events)
    .where(
      and(
        sql`${events.published_at} is not null and ${events.cancelled_at} is null`,
        sql`not exists (select 1 from preferences p where p.account_id = ${events.organizer_account_id} and p.searchable = 0)`,
        sql`not exists (select 1 from accounts a where a.id = ${events.organizer_account_id} and a.suspended_at is not null)`,
        sql`${events.end_time} > ${now.getTime()} and ${events.start_time} > ${now.getTime() - EVENT_DAYS_MOST * 86_400_000}`,
      ),
    )
    .orderBy(asc(events.start_time), asc(events.id))
    .limit(MOST)
