import { m } from '../lib/messages'
import { money } from '../lib/money'
import type { Place } from '../lib/time'
import type { Booking } from './bookings.queries'

type Terms = Pick<Booking, 'state' | 'refund_policy' | 'amount_minor' | 'currency' | 'start_time'>

/**
 * What comes back when it is cancelled at this moment. A mentor who cancels gives everything back; a request that nobody
 * agreed to yet costs nothing, and a hold was never paid for.
 */
export function refundNow(booking: Terms, by: 'student' | 'mentor', now: number): number {
  if (booking.state === 'held') return 0
  if (by === 'mentor' || booking.state === 'pending') return booking.amount_minor
  return booking.refund_policy.find((term) => now < Date.parse(term.until))?.amount_minor ?? 0
}

/** The policy as one sentence with its dates and amounts, from now on: what is over is not mentioned any more. */
export function refundSentence(booking: Omit<Terms, 'state'>, place: Place, now: number): string {
  if (booking.amount_minor === 0) return m.booking_policy_free()
  const [first, ...later] = booking.refund_policy.filter(
    (term) => now < Date.parse(term.until) && term.amount_minor > 0,
  )
  if (!first) return m.booking_policy_nothing()
  const by = (until: string) =>
    Date.parse(until) === Date.parse(booking.start_time)
      ? m.booking_policy_start()
      : m.booking_policy_date({ day: place.day(until), time: place.time(until), zone: place.label(until) })
  const amount = money(first.amount_minor, booking.currency)
  const sentence =
    first.amount_minor === booking.amount_minor
      ? m.booking_policy_all({ by: by(first.until), amount })
      : m.booking_policy_part({ by: by(first.until), amount })
  const rest = later.map((term) =>
    m.booking_policy_after({ amount: money(term.amount_minor, booking.currency), by: by(term.until) }),
  )
  return [sentence, ...rest].join(' ')
}
