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

export const stateName = (state: BookingState): string => STATES[state]()

type Life = Pick<Booking, 'state' | 'hold_expires_at' | 'answer_by'>
export type Side = 'student' | 'mentor'

/** A hold, and a request that nobody answered, are over from their instant on, also while this page was not looking (B4). */
export function stateAt({ state, hold_expires_at, answer_by }: Life, now: number): BookingState {
  const ends = { held: hold_expires_at, pending: answer_by }[state as string] ?? null
  return ends !== null && Date.parse(ends) <= now ? 'expired' : state
}

const TAKEN = ['captured', 'partly_refunded', 'refunded']
/** Money stands behind it, or none is asked for. */
export const isPaid = ({ amount_minor, order }: Pick<Booking, 'amount_minor' | 'order'>): boolean =>
  amount_minor === 0 || (order !== null && TAKEN.includes(order.state))

/** What ended was a question to the mentor, not a hold. */
const wentUnanswered = (booking: Booking): boolean =>
  booking.state === 'pending' || (booking.needs_confirmation && (booking.proposal_id !== null || isPaid(booking)))

/** As one of its two people reads it: what the student has to pay or the mentor to answer, the other waits for. */
export function stateWords(booking: Booking, now: number, reader: Side): string {
  const state = stateAt(booking, now)
  if (state === 'held' && reader === 'mentor') return m.booking_state_unpaid()
  if (state === 'pending' && reader === 'mentor') return m.session_state_to_answer()
  if (state === 'expired' && wentUnanswered(booking)) return m.session_state_unanswered()
  return STATES[state]()
}
export const stateKind = (state: BookingState): Kind => KINDS[state]
export const orderWords = (state: OrderState): string => ORDERS[state]()

/** A mentor may until it starts, a student until the notice that the offer asks for; what is over cannot be undone. */
export function isCancellable(booking: Booking, by: Side, now: number): boolean {
  if (!['held', 'pending', 'confirmed'].includes(stateAt(booking, now))) return false
  const until = by === 'mentor' ? booking.start_time : booking.cancel_until
  return until !== null && now < Date.parse(until)
}
