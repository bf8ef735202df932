import { createSignal } from 'solid-js'
import type { OrderState } from '../../../worker/contract/payments.constants'
import type { Booking } from '../bookings/bookings.queries'

const keyOf = (bookingId: string) => `aspirex.paying.${bookingId}`

/**
 * Remembers over a reload that a payment was made whose news has not come yet, and how the order stood then: a failure
 * that was known before says nothing about this one.
 */
export function createOnItsWay(bookingId: string) {
  const [since, set] = createSignal(sessionStorage.getItem(keyOf(bookingId)) as OrderState | null)
  return {
    isOnItsWay: (booking: Booking) => since() !== null && !(booking.order?.state === 'failed' && since() !== 'failed'),
    begin(booking: Booking) {
      const state = booking.order?.state ?? 'created'
      sessionStorage.setItem(keyOf(bookingId), state)
      set(state)
    },
    end() {
      sessionStorage.removeItem(keyOf(bookingId))
      set(null)
    },
  }
}
