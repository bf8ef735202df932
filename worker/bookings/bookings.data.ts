import { and, asc, desc, eq, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { SEATS } from '../contract/availability.constants'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Account } from '../lib/route'
import { mentors } from '../mentors/mentors.schema'
import { keyIdOf } from '../payments/gateway'
import { orders } from '../payments/payments.schema'
import { students } from '../students/students.schema'
import { cancelUntil, refundPolicy, stateAt } from './bookings.rules'
import { booking_history, bookings } from './bookings.schema'
import type { Hold } from './holds.data'
import { isLive } from './times.data'

const mentor_accounts = alias(accounts, 'mentor_accounts')
const student_accounts = alias(accounts, 'student_accounts')

const fields = {
  id: bookings.id,
  state: bookings.state,
  mentor_account_id: bookings.mentor_account_id,
  student_account_id: bookings.student_account_id,
  mentor_id: mentors.mentor_id,
  student_id: students.student_id,
  offer_id: bookings.offer_id,
  offer_title: bookings.offer_title,
  minutes: bookings.minutes,
  start_time: bookings.start_time,
  end_time: bookings.end_time,
  busy_from: bookings.busy_from,
  busy_until: bookings.busy_until,
  time_zone: bookings.time_zone,
  hold_expires_at: bookings.hold_expires_at,
  hold_extended_at: bookings.hold_extended_at,
  amount_minor: bookings.amount_minor,
  currency: bookings.currency,
  refund_terms: bookings.refund_terms,
  answers: bookings.answers,
  kind: bookings.kind,
  room_id: bookings.room_id,
  needs_confirmation: bookings.needs_confirmation,
  answer_by: bookings.answer_by,
  proposal_id: bookings.proposal_id,
  sequence: bookings.sequence,
  questions: bookings.questions,
  minimum_notice_minutes: bookings.minimum_notice_minutes,
  reschedule_notice_minutes: bookings.reschedule_notice_minutes,
  cancel_notice_minutes: bookings.cancel_notice_minutes,
  created_at: bookings.created_at,
  mentor_name: mentor_accounts.name,
  mentor_picture_url: mentor_accounts.picture_url,
  mentor_zone: mentor_accounts.time_zone,
  student_name: student_accounts.name,
  student_picture_url: student_accounts.picture_url,
  student_zone: student_accounts.time_zone,
  order_id: nullable(orders.id),
  order_state: nullable(orders.state),
  order_amount_minor: nullable(orders.amount_minor),
  order_currency: nullable(orders.currency),
  razorpay_order_id: nullable(orders.razorpay_order_id),
}

/** A booking with both people and its order. */
export const selectBookings = (db: Database) =>
  db
    .select(shape(fields))
    .from(bookings)
    .innerJoin(mentors, eq(mentors.account_id, bookings.mentor_account_id))
    .innerJoin(students, eq(students.account_id, bookings.student_account_id))
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, bookings.mentor_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, bookings.student_account_id))
    .leftJoin(orders, eq(orders.booking_id, bookings.id))

export type BookingRow = Awaited<ReturnType<typeof selectBookings>>[number]

/** The booking as its two people see it at `now`. */
export function bookingView(row: BookingRow, now: Date, env: Environment) {
  const {
    mentor_name,
    mentor_picture_url,
    mentor_zone,
    student_name,
    student_picture_url,
    student_zone,
    hold_expires_at,
    ...rest
  } = row
  const state = stateAt(row, now)
  return {
    id: rest.id,
    state,
    mentor_id: rest.mentor_id,
    student_id: rest.student_id,
    offer_id: rest.offer_id,
    offer_title: rest.offer_title,
    minutes: rest.minutes,
    start_time: rest.start_time,
    end_time: rest.end_time,
    time_zone: rest.time_zone,
    hold_expires_at: state === 'held' ? hold_expires_at : null,
    amount_minor: rest.amount_minor,
    currency: rest.currency,
    answers: rest.answers,
    kind: rest.kind,
    room_id: rest.room_id,
    needs_confirmation: rest.needs_confirmation,
    answer_by: state === 'pending' ? rest.answer_by : null,
    proposal_id: rest.proposal_id,
    sequence: rest.sequence,
    questions: rest.questions,
    cancel_until: cancelUntil(row, now),
    created_at: rest.created_at,
    mentor: { name: mentor_name, picture_url: mentor_picture_url, time_zone: mentor_zone },
    student: { name: student_name, picture_url: student_picture_url, time_zone: student_zone },
    refund_policy: refundPolicy(rest),
    order: orderView(row, env),
  }
}

export const orderView = (row: BookingRow, env: Environment) =>
  row.order_id === null
    ? null
    : {
        id: row.order_id,
        booking_id: row.id,
        state: row.order_state,
        amount_minor: row.order_amount_minor,
        currency: row.order_currency,
        razorpay_order_id: row.razorpay_order_id,
        key_id: row.razorpay_order_id === null ? null : keyIdOf(env),
      }

/** Public face of one of the two people. */
export const personOf = (db: Database, account_id: SQL) =>
  db
    .select(
      shape({
        mentor_id: mentors.mentor_id,
        name: accounts.name,
        picture_url: accounts.picture_url,
        time_zone: accounts.time_zone,
      }),
    )
    .from(accounts)
    .innerJoin(mentors, eq(mentors.account_id, accounts.id))
    .where(eq(accounts.id, account_id))

type Person = Awaited<ReturnType<typeof personOf>>[number]

/** The row that a hold will be, so that its answer can be written down beside it in one batch. */
export const rowOf = (hold: Hold, order: { id: string }, mentor: Person, student: Account): BookingRow => ({
  ...hold,
  mentor_id: mentor.mentor_id,
  student_id: student.student_id,
  hold_extended_at: null,
  sequence: 0,
  created_at: hold.now,
  mentor_name: mentor.name,
  mentor_picture_url: mentor.picture_url,
  mentor_zone: mentor.time_zone,
  student_name: student.name,
  student_picture_url: student.picture_url,
  student_zone: student.time_zone,
  order_id: order.id,
  order_state: hold.amount_minor === 0 ? 'captured' : 'created',
  order_amount_minor: hold.amount_minor,
  order_currency: hold.currency,
  razorpay_order_id: null,
})

export const idOf = (db: Database, id: string) =>
  db.select({ id: bookings.id }).from(bookings).where(eq(bookings.id, id))
export const actOf = (db: Database, act: string) =>
  db.select({ id: booking_history.id }).from(booking_history).where(eq(booking_history.id, act))

const isParty = (me: SQL | string): SQL =>
  or(eq(bookings.mentor_account_id, me), eq(bookings.student_account_id, me)) as SQL

/** Requests that wait for this mentor's word. */
const asksMentor = (me: SQL | string, now: Date): SQL =>
  and(
    eq(bookings.mentor_account_id, me),
    eq(bookings.state, 'pending'),
    sql`${bookings.answer_by} > ${now.getTime()}`,
  ) as SQL

export const bookingOf = (db: Database, id: string, me: SQL | string) =>
  selectBookings(db).where(and(eq(bookings.id, id), isParty(me)))

/** All seats that are still taken in the group of this booking, where it is this mentor's. */
export const seatsOfGroup = (db: Database, id: string, mentor: SQL | string, now: Date) =>
  selectBookings(db)
    .where(
      and(
        sql`${bookings.room_id} = (select room_id from bookings where id = ${id})`,
        eq(bookings.mentor_account_id, mentor),
        eq(bookings.kind, 'group'),
        isLive(now),
      ),
    )
    .orderBy(asc(bookings.id))
    .limit(SEATS.most)

/** Upcoming soonest first, past latest first; a person's side as mentor and as student together. */
export const bookingsOf = (
  db: Database,
  me: SQL | string,
  page: { when: 'upcoming' | 'past' | 'to_answer'; after: [number, string] | undefined; limit: number; now: Date },
) => {
  const { when, after, limit, now } = page
  const upcoming = when !== 'past'
  const live = sql`${bookings.end_time} > ${now.getTime()} and ${isLive(now)}`
  const beyond = upcoming
    ? sql`(${bookings.start_time}, ${bookings.id}) > (${after?.[0]}, ${after?.[1]})`
    : sql`(${bookings.start_time}, ${bookings.id}) < (${after?.[0]}, ${after?.[1]})`
  return selectBookings(db)
    .where(
      and(
        when === 'to_answer' ? asksMentor(me, now) : isParty(me),
        upcoming ? live : sql`not (${live})`,
        after ? beyond : undefined,
      ),
    )
    .orderBy(
      upcoming ? asc(bookings.start_time) : desc(bookings.start_time),
      upcoming ? asc(bookings.id) : desc(bookings.id),
    )
    .limit(limit + 1)
}

/** Cancels where it still may be. `act` names this cancellation, so that what follows from it happens once. */
export const cancelBooking = (
  db: Database,
  { id, act, by, reason, now }: { id: string; act: string; by: string; reason: string | null; now: Date },
): Statement[] => [
  db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
    select ${act}, id, 'cancelled', ${by}, ${now.getTime()} from bookings
    where id = ${id} and (state = 'held' or (state in ('pending', 'confirmed') and start_time > ${now.getTime()}))`),
  db
    .update(bookings)
    .set({ state: 'cancelled', cancelled_by: by, cancel_reason: reason, hold_expires_at: null, updated_at: now })
    .where(and(eq(bookings.id, id), happened(act))),
]

/** That the batch's own act was written. */
export const happened = (act: string): SQL => sql`exists (select 1 from booking_history where id = ${act})`

/** What the clock does by itself: holds end, sessions begin. What a session was is judged by who came. */
export const advanceBookings = (db: Database, now: Date): Statement[] => {
  const at = now.getTime()
  const step = (from: string, to: string, due: SQL) => [
    db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
      select lower(hex(randomblob(13))), id, ${to}, null, ${at} from bookings where state = ${from} and ${due}`),
    db.all(sql`update bookings set state = ${to}, updated_at = ${at} where state = ${from} and ${due} returning id`),
  ]
  return [
    ...step('held', 'expired', sql`hold_expires_at <= ${at}`),
    ...step('confirmed', 'in_progress', sql`start_time <= ${at}`),
  ]
}
