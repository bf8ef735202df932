import { and, eq, lte, sql, type SQL } from 'drizzle-orm'
import type { OfferKind, Question, RefundTerm } from '../contract/availability.constants'
import { ANSWER_HOURS, HOLD_SECONDS } from '../contract/bookings.constants'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { openingsChanged } from '../mentors/openings.data'
import { bookings } from './bookings.schema'
import { isCounted, isLive, standsInTheWay, taken } from './times.data'

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
  kind: OfferKind
  room_id: string
  needs_confirmation: boolean
  answer_by: Date | null
  proposal_id: string | null
  minimum_notice_minutes: number
  reschedule_notice_minutes: number
  cancel_notice_minutes: number
  questions: Question[]
  state: 'held' | 'pending' | 'confirmed'
  hold_expires_at: Date | null
  /** Of a group: the numbers of taken seats for which the price was shown. */
  seats: { from: number; below: number } | null
  /** What the offer itself costs, however many seats are gone. */
  offered_minor: number
  limits: Limits
  now: Date
}

/** How many there may be, in the mentor's local day and week of the start. */
export interface Limits {
  day: Span & { most: number | null }
  week: Span & { most: number | null; most_of_mentor: number | null }
  most_per_student: number | null
}
interface Span {
  from: number
  until: number
}

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

/** Whether the limits of the day, the week, the student and the group leave room for one more. */
function isWithin(h: Hold): SQL {
  const { day, week, most_per_student } = h.limits
  const others = (
    span: Span,
    of: SQL,
  ) => sql`(select count(distinct b.room_id) from bookings b where ${of} and ${isCounted(h.now, 'b')}
    and b.room_id <> ${h.room_id} and b.start_time >= ${span.from} and b.start_time < ${span.until})`
  const offer = sql`b.offer_id = ${h.offer_id}`
  const mentor = sql`b.mentor_account_id = ${h.mentor_account_id}`
  const tests = [
    day.most === null ? undefined : sql`${others(day, offer)} < ${day.most}`,
    week.most === null ? undefined : sql`${others(week, offer)} < ${week.most}`,
    week.most_of_mentor === null ? undefined : sql`${others(week, mentor)} < ${week.most_of_mentor}`,
    most_per_student === null
      ? undefined
      : sql`(select count(*) from bookings b where ${mentor} and b.student_account_id = ${h.student_account_id} and b.kind = 'intro'
          and (b.state in ('completed', 'student_absent') or ${isLive(h.now, 'b')})) < ${most_per_student}`,
    h.seats === null
      ? undefined
      : sql`(select count(*) from bookings b where b.room_id = ${h.room_id} and ${isLive(h.now, 'b')}) between ${h.seats.from} and ${h.seats.below - 1}`,
  ]
  return and(sql`true`, ...tests) as SQL
}

/** The row, where the time is free, the limits leave room and the offer is still what was shown. */
const insertBooking = (db: Database, h: Hold): Statement =>
  db.run(sql`insert into bookings (id, state, mentor_account_id, student_account_id, offer_id, offer_title, kind, room_id, minutes,
      amount_minor, currency, start_time, end_time, busy_from, busy_until, time_zone, wall_time, zone_data_version, refund_terms,
      minimum_notice_minutes, reschedule_notice_minutes, cancel_notice_minutes, questions, answers, needs_confirmation, answer_by, proposal_id,
      hold_expires_at, created_at, updated_at)
    select ${h.id}, ${h.state}, ${h.mentor_account_id}, ${h.student_account_id}, ${h.offer_id}, ${h.offer_title}, ${h.kind},
      ${h.room_id}, ${h.minutes}, ${h.amount_minor}, ${h.currency}, ${h.start_time.getTime()}, ${h.end_time.getTime()},
      ${h.busy_from.getTime()}, ${h.busy_until.getTime()}, ${h.time_zone}, ${h.wall_time}, ${h.zone_data_version},
      ${JSON.stringify(h.refund_terms)}, ${h.minimum_notice_minutes}, ${h.reschedule_notice_minutes}, ${h.cancel_notice_minutes}, ${JSON.stringify(h.questions)},
      ${JSON.stringify(h.answers)}, ${h.needs_confirmation ? 1 : 0}, ${h.answer_by?.getTime() ?? null}, ${h.proposal_id},
      ${h.hold_expires_at?.getTime() ?? null}, ${h.now.getTime()}, ${h.now.getTime()}
    where not (${taken(h)}) and ${isWithin(h)}
      and exists (select 1 from offers where id = ${h.offer_id} and archived_at is null and amount_minor = ${h.offered_minor}
        and currency = ${h.currency} and minutes = ${h.minutes})`)

/** The hold is the booking row: written only where the time is free and the offer still what was shown (B2). */
export const holdSlot = (db: Database, hold: Hold): Statement[] => [
  ...expireHolds(db, [hold.mentor_account_id, hold.student_account_id], hold.now),
  insertBooking(db, hold),
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

/** All of several bookings of one batch were written. */
export const all = (ids: string[]): SQL =>
  sql`(select count(*) from bookings where id in (select value from json_each(${JSON.stringify(ids)}))) = ${ids.length}`

/** All or none: where one of them was not free the others go again, in the same batch. */
export const undoUnless = (db: Database, ids: string[], done: SQL): Statement[] => {
  const these = sql`(select value from json_each(${JSON.stringify(ids)}))`
  return [
    db.run(sql`delete from orders where booking_id in ${these} and not ${done}`),
    db.run(sql`delete from booking_history where booking_id in ${these} and not ${done}`),
    db.run(sql`delete from bookings where id in ${these} and not ${done}`),
  ]
}

export const exists = (id: string): SQL => sql`exists (select 1 from bookings where id = ${id})`
/** It has its time for good: agreed, or paid for and waiting for the mentor's word. */
export const isBooked = (id: string): SQL =>
  sql`exists (select 1 from bookings where id = ${id} and state in ('pending', 'confirmed'))`

export interface Remark {
  booking_id: string
  state: string
  actor_id: string | null
  now: Date
}
export const remark = (db: Database, { booking_id, state, actor_id, now }: Remark, when: SQL): Statement =>
  db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
    select ${newId(now)}, ${booking_id}, ${state}, ${actor_id}, ${now.getTime()} where ${when}`)

/**
 * Paid: a live hold becomes confirmed, or a request where the mentor is asked first, and so does an expired one whose
 * time nobody took meanwhile (C5). `when` guards both statements; ask `isBooked` afterwards.
 */
export const confirmBooking = (db: Database, { id, now }: { id: string; now: Date }, when: SQL): Statement[] => [
  db.run(sql`update bookings set state = 'expired', updated_at = ${now.getTime()} where state = 'held' and hold_expires_at <= ${now.getTime()}
      and id <> ${id} and (mentor_account_id in (select mentor_account_id from bookings where id = ${id})
        or student_account_id in (select student_account_id from bookings where id = ${id})) and ${when}`),
  db.run(sql`update bookings set state = iif(needs_confirmation, 'pending', 'confirmed'), updated_at = ${now.getTime()},
        hold_expires_at = null, answer_by = iif(needs_confirmation, ${answerBySql(now)}, null)
      where id = ${id} and ${when} and (
        (state = 'held' and hold_expires_at > ${now.getTime()})
        or (state in ('held', 'expired') and start_time > ${now.getTime()} and not (${standsInTheWay(now)})
          and not (kind = 'group' and (select count(*) from bookings b where b.room_id = bookings.room_id and b.id <> bookings.id
            and ${isLive(now, 'b')}) >= (select seats from offers where id = bookings.offer_id))))`),
  db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
    select ${newId(now)}, id, state, null, ${now.getTime()} from bookings where id = ${id} and ${isBooked(id)} and ${when}`),
]

/** `answerBy` of a row that exists: two days, or the notice before the start, but half an hour at least. */
const answerBySql = (now: Date): SQL =>
  sql`min(start_time, ${now.getTime() + ANSWER_HOURS * 3_600_000}, max(${now.getTime() + 1_800_000},
    start_time - 60000 * minimum_notice_minutes))`

/** Whoever goes on to pay gets the full time once more, and only once (B4). */
export const extendHold = (db: Database, { id, now }: { id: string; now: Date }): Statement =>
  db.run(sql`update bookings set hold_expires_at = max(hold_expires_at, ${now.getTime() + HOLD_SECONDS * 1000}),
      hold_extended_at = ${now.getTime()}, updated_at = ${now.getTime()}
    where id = ${id} and state = 'held' and hold_expires_at > ${now.getTime()} and hold_extended_at is null`)
