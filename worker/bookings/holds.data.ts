import { and, eq, lte, sql, type SQL } from 'drizzle-orm'
import { HOLD_SECONDS, LIVE_STATES, type RefundTerm } from '../contract/bookings.constants'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { openingsChanged } from '../mentors/openings.data'
import { bookings } from './bookings.schema'

const LIVE = sql.raw(`(${LIVE_STATES.map((state) => `'${state}'`).join(', ')})`)
/** Keeps its time from others at `now`. */
export const isLive = (now: Date, table = 'bookings'): SQL =>
  sql`(${sql.raw(table)}.state in ${LIVE} and not (${sql.raw(table)}.state = 'held' and ${sql.raw(table)}.hold_expires_at <= ${now.getTime()}))`

/** When a person cannot take a session: as a mentor with buffers, as a student without (B3). */
export const busyOf = (db: Database, person: SQL | string, from: number, until: number, now: Date) =>
  db.all<{ from: number; until: number }>(sql`
    select busy_from as "from", busy_until as "until" from bookings
    where mentor_account_id = ${person} and busy_until > ${from} and busy_from < ${until} and ${isLive(now)}
    union all
    select start_time, end_time from bookings
    where student_account_id = ${person} and end_time > ${from} and start_time < ${until} and ${isLive(now)}`)

/** Starts of an offer's live bookings, for its limit a day. */
export const bookedOf = (db: Database, offer_id: string, from: number, until: number, now: Date) =>
  db.all<{ start: number }>(sql`select start_time as start from bookings
    where offer_id = ${offer_id} and start_time >= ${from} and start_time < ${until} and ${isLive(now)}`)

export interface Hold {
  id: string
  mentor_account_id: string
  student_account_id: string
  offer_id: string
  offer_title: string
  minutes: number
  amount_minor: number
  currency: string
  start_time: Date
  end_time: Date
  busy_from: Date
  busy_until: Date
  time_zone: string
  wall_time: string
  zone_data_version: string
  refund_terms: RefundTerm[]
  answers: Record<string, string>
  state: 'held' | 'confirmed'
  hold_expires_at: Date | null
  /** The local day of the start and how many the offer allows on it. */
  day: { from: number; until: number; most: number | null }
  now: Date
}

/** Whether somebody's live booking, other than `except`, stands in the way of this time. */
const taken = (
  h: Pick<
    Hold,
    'mentor_account_id' | 'student_account_id' | 'busy_from' | 'busy_until' | 'start_time' | 'end_time' | 'now'
  >,
) => sql`
  exists (select 1 from bookings b where b.mentor_account_id = ${h.mentor_account_id} and ${isLive(h.now, 'b')}
    and b.busy_until > ${h.busy_from.getTime()} and b.busy_from < ${h.busy_until.getTime()})
  or exists (select 1 from bookings b where b.student_account_id = ${h.mentor_account_id} and ${isLive(h.now, 'b')}
    and b.end_time > ${h.busy_from.getTime()} and b.start_time < ${h.busy_until.getTime()})
  or exists (select 1 from bookings b where b.mentor_account_id = ${h.student_account_id} and ${isLive(h.now, 'b')}
    and b.busy_until > ${h.start_time.getTime()} and b.busy_from < ${h.end_time.getTime()})
  or exists (select 1 from bookings b where b.student_account_id = ${h.student_account_id} and ${isLive(h.now, 'b')}
    and b.end_time > ${h.start_time.getTime()} and b.start_time < ${h.end_time.getTime()})`

/** Stale holds of these people become `expired` first, so that the overlap trigger may count every live row. */
export const expireHolds = (db: Database, people: string[], now: Date): Statement[] =>
  people.flatMap((person) =>
    [bookings.mentor_account_id, bookings.student_account_id].map((column) =>
      db
        .update(bookings)
        .set({ state: 'expired', updated_at: now })
        .where(and(eq(column, person), eq(bookings.state, 'held'), lte(bookings.hold_expires_at, now))),
    ),
  )

/** The hold is the booking row: written only where the time is free and the offer still what was shown (B2). */
export const holdSlot = (db: Database, hold: Hold): Statement[] => [
  ...expireHolds(db, [hold.mentor_account_id, hold.student_account_id], hold.now),
  db.run(sql`insert into bookings (id, state, mentor_account_id, student_account_id, offer_id, offer_title, minutes, amount_minor,
      currency, start_time, end_time, busy_from, busy_until, time_zone, wall_time, zone_data_version, refund_terms, answers,
      hold_expires_at, created_at, updated_at)
    select ${hold.id}, ${hold.state}, ${hold.mentor_account_id}, ${hold.student_account_id}, ${hold.offer_id}, ${hold.offer_title},
      ${hold.minutes}, ${hold.amount_minor}, ${hold.currency}, ${hold.start_time.getTime()}, ${hold.end_time.getTime()},
      ${hold.busy_from.getTime()}, ${hold.busy_until.getTime()}, ${hold.time_zone}, ${hold.wall_time}, ${hold.zone_data_version},
      ${JSON.stringify(hold.refund_terms)}, ${JSON.stringify(hold.answers)}, ${hold.hold_expires_at?.getTime() ?? null},
      ${hold.now.getTime()}, ${hold.now.getTime()}
    where not (${taken(hold)})
      and exists (select 1 from offers where id = ${hold.offer_id} and archived_at is null and amount_minor = ${hold.amount_minor}
        and currency = ${hold.currency} and minutes = ${hold.minutes})
      and (${hold.day.most} is null or (select count(*) from bookings b where b.offer_id = ${hold.offer_id} and ${isLive(hold.now, 'b')}
        and b.start_time >= ${hold.day.from} and b.start_time < ${hold.day.until}) < ${hold.day.most})`),
  remark(
    db,
    { booking_id: hold.id, state: hold.state, actor_id: hold.student_account_id, now: hold.now },
    exists(hold.id),
  ),
  ...timesTaken(db, hold),
]

/** Their free times are fewer from now on, and as many as before where the hold ends unpaid. */
function timesTaken(
  db: Database,
  { id, mentor_account_id, student_account_id, hold_expires_at, now }: Hold,
): Statement[] {
  const people = [mentor_account_id, student_account_id]
  const when = exists(id)
  return [
    ...openingsChanged(db, people, now, { when }),
    ...(hold_expires_at ? openingsChanged(db, people, now, { when, due_at: hold_expires_at }) : []),
  ]
}

export const exists = (id: string): SQL => sql`exists (select 1 from bookings where id = ${id})`
export const isConfirmed = (id: string): SQL =>
  sql`exists (select 1 from bookings where id = ${id} and state = 'confirmed')`

interface Remark {
  booking_id: string
  state: string
  actor_id: string | null
  now: Date
}
const remark = (db: Database, { booking_id, state, actor_id, now }: Remark, when: SQL): Statement =>
  db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
    select ${newId(now)}, ${booking_id}, ${state}, ${actor_id}, ${now.getTime()} where ${when}`)

/**
 * Paid: a live hold becomes confirmed, and so does an expired one whose time nobody took meanwhile (C5). `when` guards
 * both statements; ask `isConfirmed` afterwards.
 */
export const confirmBooking = (db: Database, { id, now }: { id: string; now: Date }, when: SQL): Statement[] => [
  db.run(sql`update bookings set state = 'expired', updated_at = ${now.getTime()} where state = 'held' and hold_expires_at <= ${now.getTime()}
      and id <> ${id} and (mentor_account_id in (select mentor_account_id from bookings where id = ${id})
        or student_account_id in (select student_account_id from bookings where id = ${id})) and ${when}`),
  db.run(sql`update bookings set state = 'confirmed', updated_at = ${now.getTime()}
      where id = ${id} and ${when} and (
        (state = 'held' and hold_expires_at > ${now.getTime()})
        or (state in ('held', 'expired') and start_time > ${now.getTime()} and not (${standsInTheWay(now)})))`),
  remark(db, { booking_id: id, state: 'confirmed', actor_id: null, now }, sql`${isConfirmed(id)} and ${when}`),
]

/** The same question as `taken`, about a row that already exists. */
const standsInTheWay = (now: Date): SQL => sql`
  exists (select 1 from bookings b where b.mentor_account_id = bookings.mentor_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and b.busy_until > bookings.busy_from and b.busy_from < bookings.busy_until)
  or exists (select 1 from bookings b where b.student_account_id = bookings.mentor_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and b.end_time > bookings.busy_from and b.start_time < bookings.busy_until)
  or exists (select 1 from bookings b where b.mentor_account_id = bookings.student_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and b.busy_until > bookings.start_time and b.busy_from < bookings.end_time)
  or exists (select 1 from bookings b where b.student_account_id = bookings.student_account_id and b.id <> bookings.id and ${isLive(now, 'b')}
    and b.end_time > bookings.start_time and b.start_time < bookings.end_time)`

/** Whoever goes on to pay gets the full time once more, and only once (B4). */
export const extendHold = (db: Database, { id, now }: { id: string; now: Date }): Statement =>
  db.run(sql`update bookings set hold_expires_at = max(hold_expires_at, ${now.getTime() + HOLD_SECONDS * 1000}),
      hold_extended_at = ${now.getTime()}, updated_at = ${now.getTime()}
    where id = ${id} and state = 'held' and hold_expires_at > ${now.getTime()} and hold_extended_at is null`)
