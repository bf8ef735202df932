import type { OfferKind, RefundTerm } from '../contract/availability.constants'
import type { BookingState } from '../contract/bookings.constants'
import { shareOf } from '../contract/terms'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The terms of a booking as dates and amounts, in order. The screen shows what `refundAt` then executes (B10). */
export const refundPolicy = ({ refund_terms, start_time, amount_minor, currency }: Terms) =>
  refund_terms.map((term) => ({
    until: new Date(start_time.getTime() - term.hours_before * HOUR),
    amount_minor: shareOf(amount_minor, term.percent, currency),
  }))

interface Terms {
  refund_terms: readonly RefundTerm[]
  start_time: Date
  amount_minor: number
  currency: string
}

/** What comes back to the student when it is cancelled at `now`; a mentor who cancels gives everything back. */
export function refundAt(booking: Terms, by: 'student' | 'mentor', now: Date): number {
  if (by === 'mentor') return booking.amount_minor
  return refundPolicy(booking).find(({ until }) => now < until)?.amount_minor ?? 0
}

interface Life {
  state: BookingState
  start_time: Date
  hold_expires_at: Date | null
  answer_by: Date | null
}

/** A hold, and a request that nobody answered, are over from their instant on, whether or not a job has written so (B4). */
export function stateAt({ state, hold_expires_at, answer_by }: Omit<Life, 'start_time'>, now: Date): BookingState {
  const isOver =
    (state === 'held' && hold_expires_at !== null && hold_expires_at <= now) ||
    (state === 'pending' && answer_by !== null && answer_by <= now)
  return isOver ? 'expired' : state
}

/** Until when a student may cancel; a mentor may until it begins. Null where it cannot be cancelled. */
export function cancelUntil(booking: Life & { cancel_notice_minutes: number }, now: Date): Date | null {
  const state = stateAt(booking, now)
  if (state === 'held') return booking.hold_expires_at
  if (state !== 'pending' && state !== 'confirmed') return null
  const notice = state === 'confirmed' ? booking.cancel_notice_minutes : 0
  return new Date(booking.start_time.getTime() - notice * MINUTE)
}

export function isCancellable(
  booking: Life & { cancel_notice_minutes: number },
  by: 'student' | 'mentor',
  now: Date,
): boolean {
  const until = cancelUntil(booking, now)
  return until !== null && now < (by === 'mentor' ? booking.start_time : until)
}

/**
 * Until when a student may move a session without asking: while cancelling would give everything back, and not where the
 * mentor wants to agree to every time. A mentor always asks, for the student has paid for this time.
 */
export function movesFreelyUntil(booking: Movable, by: 'student' | 'mentor'): Date | null {
  const [whole] = booking.refund_terms
  if (by === 'mentor' || booking.needs_confirmation || whole?.percent !== 100) return null
  const notice = Math.max(whole.hours_before * HOUR, booking.reschedule_notice_minutes * MINUTE)
  return new Date(booking.start_time.getTime() - notice)
}
/** A seat of a group is given back and taken anew; one's own session can be moved until it begins. */
export const isMovable = (booking: Life & { kind: OfferKind }, now: Date): boolean =>
  booking.kind !== 'group' && ['pending', 'confirmed'].includes(stateAt(booking, now)) && now < booking.start_time

export interface Movable {
  refund_terms: readonly RefundTerm[]
  start_time: Date
  needs_confirmation: boolean
  reschedule_notice_minutes: number
}

export interface Cancellable extends Terms {
  state: BookingState
}

/** What cancelling executes: a hold was never paid for, and a request that nobody agreed to yet costs nothing. */
export function refundOnCancel(booking: Cancellable, by: 'student' | 'mentor', now: Date): number {
  if (booking.state === 'held') return 0
  return booking.state === 'pending' ? booking.amount_minor : refundAt(booking, by, now)
}
