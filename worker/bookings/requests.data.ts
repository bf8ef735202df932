import { and, asc, eq, lte, sql, type SQL } from 'drizzle-orm'
import { PROPOSAL_HOLD_HOURS } from '../contract/bookings.constants'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { openingsChanged } from '../mentors/openings.data'
import { refundOrder } from '../payments/orders.data'
import { happened, selectBookings, type BookingRow } from './bookings.data'
import { bookings } from './bookings.schema'
import { tell, tellConfirmed } from './notices.data'

/** A request of an offer that costs nothing, or was paid for, is confirmed; a proposal is kept until it is paid. */
export const isPaid = (row: BookingRow): boolean =>
  row.amount_minor === 0 || (row.order_state !== null && ['captured', 'partly_refunded'].includes(row.order_state))

/** How the row stands after the mentor's yes. */
export function acceptedFrom(row: BookingRow, now: Date): BookingRow {
  if (isPaid(row)) return { ...row, state: 'confirmed', answer_by: null }
  const kept = Math.min(now.getTime() + PROPOSAL_HOLD_HOURS * 3_600_000, row.start_time.getTime())
  return { ...row, state: 'held', answer_by: null, needs_confirmation: false, hold_expires_at: new Date(kept) }
}

/**
 * The mentor's yes, once, while the request waits (B5): compare-and-set. The other times of the same proposal are free
 * again in the same write. `done` holds in the batch where it was this act that did it.
 */
export function acceptRequest(db: Database, row: BookingRow, { by, now }: { by: string; now: Date }) {
  const act = newId(now)
  const done = happened(act)
  const next = acceptedFrom(row, now)
  const at = now.getTime()
  const until = next.hold_expires_at?.toISOString()
  const statements: Statement[] = [
    db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
      select ${act}, id, ${next.state}, ${by}, ${at} from bookings
      where id = ${row.id} and mentor_account_id = ${by} and state = 'pending' and answer_by > ${at}`),
    ...closeSiblings(db, row, by, now, done),
    db
      .update(bookings)
      .set({
        state: next.state,
        answer_by: null,
        needs_confirmation: next.needs_confirmation,
        hold_expires_at: next.hold_expires_at,
        updated_at: now,
      })
      .where(and(eq(bookings.id, row.id), done)),
    ...(next.state === 'confirmed'
      ? tellConfirmed(db, next, now, done)
      : tell(
          db,
          { row, reader: 'student', kind: 'proposal_accepted', cause: 'accepted', extra: { until } as object },
          now,
          done,
        )),
    ...openingsChanged(db, [row.mentor_account_id, row.student_account_id], now, { when: done }),
  ]
  return { act, done, next, statements }
}

/** The other times of a proposal, once one of them was taken or all were declined. */
export const closeSiblings = (db: Database, row: BookingRow, by: string, now: Date, when: SQL): Statement[] =>
  row.proposal_id === null
    ? []
    : [
        db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
          select lower(hex(randomblob(13))), id, 'cancelled', ${by}, ${now.getTime()} from bookings
          where proposal_id = ${row.proposal_id} and id <> ${row.id} and state = 'pending' and ${when}`),
        db.run(sql`update bookings set state = 'cancelled', cancelled_by = ${by}, updated_at = ${now.getTime()}
          where proposal_id = ${row.proposal_id} and id <> ${row.id} and state = 'pending' and ${when}`),
      ]

/** Everything that a no leaves behind: the request ends, its siblings too, and what was paid goes back. */
export function declineRequest(
  db: Database,
  row: BookingRow,
  { by, reason, now }: { by: string; reason?: string | undefined; now: Date },
) {
  const act = newId(now)
  const done = happened(act)
  const at = now.getTime()
  const statements: Statement[] = [
    db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
      select ${act}, id, 'cancelled', ${by}, ${at} from bookings
      where id = ${row.id} and mentor_account_id = ${by} and state = 'pending' and answer_by > ${at}`),
    ...closeSiblings(db, row, by, now, done),
    db
      .update(bookings)
      .set({ state: 'cancelled', cancelled_by: by, cancel_reason: reason ?? null, updated_at: now })
      .where(and(eq(bookings.id, row.id), done)),
    ...giveBack(db, row, 'cancelled_by_mentor', now, done),
    ...tell(
      db,
      { row, reader: 'student', kind: 'booking_cancelled', cause: 'cancelled', ...(reason && { extra: { reason } }) },
      now,
      done,
    ),
    ...openingsChanged(db, [row.mentor_account_id, row.student_account_id], now, { when: done }),
  ]
  return { act, done, statements }
}

const giveBack = (db: Database, row: BookingRow, reason: string, now: Date, when: SQL): Statement[] =>
  row.order_id === null || row.amount_minor === 0
    ? []
    : refundOrder(db, { order_id: row.order_id, amount_minor: row.amount_minor, reason, now }, when)

/** Requests whose time to answer is over, the oldest first. */
export const unansweredRequests = (db: Database, now: Date, most: number) =>
  selectBookings(db)
    .where(and(eq(bookings.state, 'pending'), lte(bookings.answer_by, now)))
    .orderBy(asc(bookings.answer_by))
    .limit(most)

/** Silence ends a request with everything given back (B5). Each row once, whoever else is at it. */
export function expireRequest(db: Database, row: BookingRow, now: Date): Statement[] {
  const act = newId(now)
  const done = happened(act)
  return [
    db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
      select ${act}, id, 'expired', null, ${now.getTime()} from bookings
      where id = ${row.id} and state = 'pending' and answer_by <= ${now.getTime()}`),
    db
      .update(bookings)
      .set({ state: 'expired', updated_at: now })
      .where(and(eq(bookings.id, row.id), done)),
    ...giveBack(db, row, 'not_answered', now, done),
    ...(['student', 'mentor'] as const).flatMap((reader) =>
      tell(db, { row, reader, kind: 'request_unanswered', cause: 'unanswered' }, now, done),
    ),
    ...openingsChanged(db, [row.mentor_account_id, row.student_account_id], now, { when: done }),
  ]
}
