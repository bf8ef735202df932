import type { BookingState, RefundTerm } from '../contract/bookings.constants'

const HOUR = 3_600_000

/** A share of an amount in minor units, rounded half to even. */
export function shareOf(amount_minor: number, percent: number): number {
  const hundredths = amount_minor * percent
  const whole = Math.floor(hundredths / 100)
  const rest = hundredths - whole * 100
  return rest > 50 || (rest === 50 && whole % 2 === 1) ? whole + 1 : whole
}

/** The terms of a booking as dates and amounts, in order. The screen shows what `refundAt` then executes (B10). */
export const refundPolicy = (terms: readonly RefundTerm[], start_time: Date, amount_minor: number) =>
  terms.map((term) => ({
    until: new Date(start_time.getTime() - term.hours_before * HOUR),
    amount_minor: shareOf(amount_minor, term.percent),
  }))

interface Terms {
  refund_terms: readonly RefundTerm[]
  start_time: Date
  amount_minor: number
}

/** What comes back to the student when it is cancelled at `now`; a mentor who cancels gives everything back. */
export function refundAt(booking: Terms, by: 'student' | 'mentor', now: Date): number {
  if (by === 'mentor') return booking.amount_minor
  return (
    refundPolicy(booking.refund_terms, booking.start_time, booking.amount_minor).find(({ until }) => now < until)
      ?.amount_minor ?? 0
  )
}

/** A hold is over from its instant on, whether or not a job has written so (B4). */
export const stateAt = (state: BookingState, hold_expires_at: Date | null, now: Date): BookingState =>
  state === 'held' && hold_expires_at !== null && hold_expires_at <= now ? 'expired' : state

export const isCancellable = (state: BookingState, start_time: Date, now: Date): boolean =>
  state === 'held' || ((state === 'pending' || state === 'confirmed') && now < start_time)

export interface Cancellable extends Terms {
  state: BookingState
}

/** What cancelling executes: a hold was never paid for. */
export const refundOnCancel = (booking: Cancellable, by: 'student' | 'mentor', now: Date): number =>
  booking.state === 'held' ? 0 : refundAt(booking, by, now)
