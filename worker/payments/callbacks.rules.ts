import type { BookingState } from '../contract/bookings.constants'
import type { OrderState } from '../contract/payments.constants'
import type { Step } from './machine.rules'

/** How booking and order may stand after a report; undefined is "as it was". */
export interface Ending {
  order: OrderState
  booking?: BookingState
}

/** Every end that a step may come to, most hoped for first: whether the time is still free is known only in the batch. */
export const endingsOf = (step: Step): Ending[] =>
  step.arrived === 'session'
    ? [{ order: 'captured', booking: 'confirmed' }, { order: 'refunded' }]
    : [{ order: step.order }]
