import { sql, type SQL } from 'drizzle-orm'
import { LIVE_STATES } from '../contract/bookings.constants'
import type { Database } from '../lib/database'
import type { Hold } from './holds.data'

const LIVE = sql.raw(`(${LIVE_STATES.map((state) => `'${state}'`).join(', ')})`)
/** Keeps its time from others at `now`. */
export const isLive = (now: Date | SQL, table = 'bookings'): SQL =>
  sql`(${sql.raw(table)}.state in ${LIVE} and not (${sql.raw(table)}.state = 'held' and ${sql.raw(table)}.hold_expires_at <= ${now instanceof Date ? now.getTime() : now}))`

/** Took place, or may: what a limit of the day or the week counts. */
export const isCounted = (now: Date, table = 'bookings'): SQL =>
  sql`(${sql.raw(table)}.state not in ('cancelled', 'expired') and not (${sql.raw(table)}.state = 'held' and ${sql.raw(table)}.hold_expires_at <= ${now.getTime()}))`

/** When a person cannot take a session: as a mentor with buffers, as a student without (B3). */
export const busyOf = (db: Database, person: SQL | string, from: number, until: number, now: Date) =>
  db.all<{ from: number; until: number }>(sql`
    select busy_from as "from", busy_until as "until" from bookings
    where mentor_account_id = ${person} and busy_until > ${from} and busy_from < ${until} and ${isLive(now)}
    union all
    select start_time, end_time from bookings
    where student_account_id = ${person} and end_time > ${from} and start_time < ${until} and ${isLive(now)}`)

/** Whether a student had a session with the mentor, or has one ahead that the mentor agreed to. */
export const knownTo = (db: Database, student: SQL | string, mentor: SQL | string) =>
  db.all<{ is_known: number }>(sql`select exists (select 1 from bookings where student_account_id = ${student}
    and mentor_account_id = ${mentor} and state in ('confirmed', 'in_progress', 'completed')) as is_known`)

/** Whether somebody's live booking, other than `except`, stands in the way of this time. */
export const taken = (
  h: Pick<
    Hold,
    | 'id'
    | 'kind'
    | 'room_id'
    | 'mentor_account_id'
    | 'student_account_id'
    | 'busy_from'
    | 'busy_until'
    | 'start_time'
    | 'end_time'
    | 'now'
  >,
) => sql`
  exists (select 1 from bookings b where b.mentor_account_id = ${h.mentor_account_id} and ${isLive(h.now, 'b')}
    and b.id <> ${h.id} and not (${h.kind} = 'group' and b.room_id = ${h.room_id})
    and b.busy_until > ${h.busy_from.getTime()} and b.busy_from < ${h.busy_until.getTime()})
  or exists (select 1 from bookings b where b.student_account_id = ${h.mentor_account_id} and ${isLive(h.now, 'b')} and b.id <> ${h.id}
    and b.end_time > ${h.busy_from.getTime()} and b.start_time < ${h.busy_until.getTime()})
  or exists (select 1 from bookings b where b.mentor_account_id = ${h.student_account_id} and ${isLive(h.now, 'b')} and b.id <> ${h.id}
    and b.busy_until > ${h.start_time.getTime()} and b.busy_from < ${h.end_time.getTime()})
  or exists (select 1 from bookings b where b.student_account_id = ${h.student_account_id} and ${isLive(h.now, 'b')} and b.id <> ${h.id}
    and b.end_time > ${h.start_time.getTime()} and b.start_time < ${h.end_time.getTime()})`

/** The same question as `taken`, about a row that already exists. */
export const standsInTheWay = (now: Date): SQL => sql`
  exists (select 1 from bookings b where b.mentor_account_id = bookings.mentor_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and not (bookings.kind = 'group' and b.room_id = bookings.room_id)
    and b.busy_until > bookings.busy_from and b.busy_from < bookings.busy_until)
  or exists (select 1 from bookings b where b.student_account_id = bookings.mentor_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and b.end_time > bookings.busy_from and b.start_time < bookings.busy_until)
  or exists (select 1 from bookings b where b.mentor_account_id = bookings.student_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and b.busy_until > bookings.start_time and b.busy_from < bookings.end_time)
  or exists (select 1 from bookings b where b.student_account_id = bookings.student_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and b.end_time > bookings.start_time and b.start_time < bookings.end_time)`
