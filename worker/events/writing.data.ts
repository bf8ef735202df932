import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { EVENTS_AHEAD_MOST } from '../contract/events.constants'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { post } from '../lib/outbox'
import { type event_staff_acts, events } from './events.schema'

export type NewRow = Omit<
  typeof events.$inferInsert,
  'number' | 'going' | 'waiting' | 'came' | 'did_not_come' | 'sequence' | 'time_version'
>

const COLUMNS = [
  'id',
  'organizer_account_id',
  'created_by_role',
  'title',
  'description',
  'start_time',
  'end_time',
  'time_zone',
  'place',
  'location',
  'online_link',
  'cover_image',
  'cover_source',
  'capacity',
  'guests',
  'published_at',
  'timed_at',
  'created_at',
  'updated_at',
] as const satisfies (keyof NewRow)[]

export const isThere = (id: string): SQL => sql`exists (select 1 from events where id = ${id})`
export const isGone = (id: string): SQL => sql`not exists (select 1 from events where id = ${id})`

/** All of them or none, where their organizer has room for so many more that are not over. */
export function insertEvents(db: Database, rows: NewRow[], now: Date): Statement {
  const organizer = rows[0]?.organizer_account_id ?? ''
  const stored = rows.map((row) =>
    COLUMNS.map((name) => {
      const value = row[name] ?? null
      return value instanceof Date ? value.getTime() : value
    }),
  )
  const values = COLUMNS.map((_, i) => sql.raw(`j.value ->> ${i}`))
  const ahead = sql`select count(*) from events where organizer_account_id = ${organizer}
    and (end_time > ${now.getTime()} or published_at is null) and cancelled_at is null`
  return db.run(sql`insert into events (number, ${sql.raw(COLUMNS.join(', '))})
    select (select coalesce(max(number), 0) from events) + j.key + 1, ${sql.join(values, sql`, `)}
    from json_each(${JSON.stringify(stored)}) j where (${ahead}) + ${rows.length} <= ${EVENTS_AHEAD_MOST}`)
}

/** Has a foreign picture copied: once for all events of one organizer that name it. */
export const copyCover = (db: Database, row: NewRow | EventPart, now: Date): Statement[] =>
  row.cover_source
    ? [
        post(
          db,
          { topic: 'event_cover', payload: { organizer: row.organizer_account_id, source: row.cover_source } },
          now,
          isThere(row.id),
        ),
      ]
    : []
type EventPart = Pick<NewRow, 'id' | 'organizer_account_id' | 'cover_source'>

/** Whether this address is that of a cover which the person keeps. */
export const ownsCover = (db: Database, owner: SQL | string, address: string | null | undefined) =>
  db.all<{ id: string }>(sql`select id from files where owner_account_id = ${owner} and kind = 'cover'
    and removed_at is null and '/api/' || key || '/full' = ${address ?? ''}`)

export type Change = Partial<Omit<typeof events.$inferInsert, 'id' | 'number'>>

/** Changes an event that is as it was read, where what else has to hold does. */
export const changeEvent = (db: Database, seen: { id: string; updated_at: Date }, change: Change, also: SQL) =>
  db
    .update(events)
    .set(change)
    .where(and(eq(events.id, seen.id), eq(events.updated_at, seen.updated_at), isNull(events.cancelled_at), also))

/** No more are going than there will be seats, and nothing is taken back that somebody wants to come to. */
export const keepsPeople = (capacity: number | null, takesBack: boolean): SQL =>
  sql`(${capacity === null ? sql`true` : sql`going <= ${capacity}`})
    and (${takesBack ? sql`going + waiting = 0` : sql`true`})`

/** This very change was written. */
export const isAsWritten = (id: string, updated_at: Date): SQL =>
  sql`exists (select 1 from events where id = ${id} and updated_at = ${updated_at.getTime()})`

export interface Cancelling {
  id: string
  by: string
  reason: string | null
  now: Date
}

export const wasCancelledNow = ({ id, by, now }: Omit<Cancelling, 'reason'>): SQL =>
  sql`exists (select 1 from events where id = ${id} and cancelled_by = ${by} and cancelled_at = ${now.getTime()})`

/** Everybody who goes or waits is told, page by page; the organizer as well where somebody else did it. */
export const cancelEvent = (db: Database, act: Cancelling, when: SQL = sql`true`): Statement[] => [
  db
    .update(events)
    .set({
      cancelled_at: act.now,
      cancelled_by: act.by,
      cancel_reason: act.reason,
      sequence: sql`${events.sequence} + 1`,
      updated_at: act.now,
    })
    .where(
      and(
        eq(events.id, act.id),
        isNotNull(events.published_at),
        isNull(events.cancelled_at),
        sql`${events.end_time} > ${act.now.getTime()}`,
        when,
      ),
    ),
  post(
    db,
    { topic: 'event_told', payload: { event_id: act.id, what: { kind: 'event_cancelled' } } },
    act.now,
    wasCancelledNow(act),
  ),
]

/** Deletes an event that nobody goes to or waits for. */
export function deleteEvent(db: Database, id: string): Statement[] {
  const empty = sql`exists (select 1 from events where id = ${id} and going = 0 and waiting = 0)`
  return [
    db.run(sql`delete from event_follow_ups where event_id = ${id} and ${empty}`),
    db.run(sql`delete from event_rsvps where event_id = ${id} and ${empty}`),
    db.run(sql`delete from events where id = ${id} and going = 0 and waiting = 0`),
  ]
}

interface StaffAct {
  event_id: string
  organizer_account_id: string
  staff_account_id: string
  act: (typeof event_staff_acts.$inferInsert)['act']
  reason: string | null
  now: Date
}
/** What staff do with somebody else's event stays on record (I4). */
export const noteStaffAct = (db: Database, { now, ...row }: StaffAct, when: SQL): Statement =>
  db.run(sql`insert into event_staff_acts (id, event_id, organizer_account_id, staff_account_id, act, reason, at)
    select ${newId(now)}, ${row.event_id}, ${row.organizer_account_id}, ${row.staff_account_id}, ${row.act}, ${row.reason},
      ${now.getTime()} where ${when}`)
