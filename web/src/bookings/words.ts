import type { BookingState } from '../../../worker/contract/bookings.constants'
import type { OrderState } from '../../../worker/contract/payments.constants'
import { m } from '../lib/messages'
import type { Booking } from './bookings.queries'

const STATES: Record<BookingState, () => string> = {
  held: m.booking_state_held,
  pending: m.booking_state_pending,
  confirmed: m.booking_state_confirmed,
  in_progress: m.booking_state_in_progress,
  completed: m.booking_state_completed,
  cancelled: m.booking_state_cancelled,
  expired: m.booking_state_expired,
  student_absent: m.booking_state_student_absent,
  mentor_absent: m.booking_state_mentor_absent,
  nobody_came: m.booking_state_nobody_came,
}
const ORDERS: Record<OrderState, () => string> = {
  created: m.booking_order_created,
  attempted: m.booking_order_attempted,
  authorized: m.booking_order_authorized,
  captured: m.booking_order_captured,
  partly_refunded: m.booking_order_partly_refunded,
  refunded: m.booking_order_refunded,
  failed: m.booking_order_failed,
  parked: m.booking_order_parked,
}
type Kind = 'success' | 'warning' | 'danger' | 'accent' | undefined
const KINDS: Partial<Record<BookingState, Kind>> = {
  held: 'warning',
  pending: 'warning',
  confirmed: 'success',
  in_progress: 'accent',
  student_absent: 'danger',
  mentor_absent: 'danger',
  nobody_came: 'danger',
}

/** A hold is over from its instant on, also while this page was not looking (B4). */
export const stateAt = (booking: Booking, now: number): BookingState =>
  booking.state === 'held' && Date.parse(booking.hold_expires_at ?? '') <= now ? 'expired' : booking.state

/** As one of its two people reads it: what the student has to pay, the mentor waits for. */
export const stateWords = (state: BookingState, reader: 'student' | 'mentor'): string =>
  state === 'held' && reader === 'mentor' ? m.booking_state_unpaid() : STATES[state]()
export const stateKind = (state: BookingState): Kind => KINDS[state]
export const orderWords = (state: OrderState): string => ORDERS[state]()

/** Until it starts; what is over cannot be undone. */
export const isCancellable = (booking: Booking, now: number): boolean => {
  const state = stateAt(booking, now)
  return state === 'held' || ((state === 'pending' || state === 'confirmed') && now < Date.parse(booking.start_time))
}
