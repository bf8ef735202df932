import type { Booking } from '../bookings/bookings.queries'
import { stateAt } from '../bookings/words'

/** What the checkout shows, decided from what the server said, the clock, and whether a payment of ours is on its way. */
export type Stage =
  | 'paying'
  /** Paid, or perhaps: the bank, the provider or the news of it is slow. */
  | 'waiting'
  | 'booked'
  /** Paid, and the mentor has to say yes. */
  | 'asked'
  /** The money came after its time was given to somebody else: it goes back. */
  | 'returned'
  /** The amount or the currency is not what was asked: a person looks at it. */
  | 'checked'
  | 'over'
  | 'cancelled'

const AGREED = ['confirmed', 'in_progress', 'completed', 'student_absent', 'mentor_absent', 'nobody_came']

export function stageOf(booking: Booking, now: number, isOnItsWay: boolean): Stage {
  const state = stateAt(booking, now)
  const order = booking.order?.state
  if (state === 'pending') return 'asked'
  if (AGREED.includes(state)) return 'booked'
  if (order === 'captured' || order === 'partly_refunded' || order === 'refunded') return 'returned'
  if (order === 'parked') return 'checked'
  if (order === 'authorized') return 'waiting'
  if (state === 'cancelled') return 'cancelled'
  if (isOnItsWay) return 'waiting'
  return state === 'expired' ? 'over' : 'paying'
}
