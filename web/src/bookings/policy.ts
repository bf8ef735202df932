import type { RefundTerm } from '../../../worker/contract/availability.constants'
import { shareOf } from '../../../worker/contract/terms'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import type { Booking } from './bookings.queries'

/** `refund` null: it cannot be cancelled any more. */
export type PolicyRow = { when: string; refund: number | null; time: 'over' | 'now' | 'later' }
type Dated = Pick<Booking, 'refund_policy' | 'amount_minor' | 'start_time'>

/**
 * Until when how much comes back, by the dates of one booking, and what holds now. `lastCancel` is the last moment at
 * which the student may cancel at all: by default the start.
 */
export function policyOf(booking: Dated, place: Place, now: number, lastCancel = booking.start_time): PolicyRow[] {
  const start = Date.parse(booking.start_time)
  const end = Math.min(start, Date.parse(lastCancel))
  const words = (at: number) =>
    at === start
      ? m.policy_until_start()
      : m.policy_until_date({ day: place.day(at), time: place.time(at), zone: place.label(at) })
  const steps = stepsOf(
    booking.refund_policy.map(({ until, amount_minor }) => ({ until: Date.parse(until), refund: amount_minor })),
    end,
  )
  const rows: (Omit<PolicyRow, 'time'> & Pick<Step, 'until'>)[] = steps.map((step) => ({
    ...step,
    when: words(step.until),
  }))
  if (end < start) rows.push({ when: m.policy_after(), refund: null, until: start })
  const current = rows.findIndex(({ until }) => now < until)
  return rows.map(({ when, refund }, i) => ({ when, refund, time: timeOf(i, current) }))
}

type Price = { amount_minor: number; currency: string }

/** The same before there is a date: by the hours before the start. */
export function policyBefore(terms: readonly RefundTerm[], price: Price, noticeMinutes: number): PolicyRow[] {
  const words = (until: number) =>
    until === 0 ? m.policy_until_start() : m.policy_until_before({ time: spanOf(-until) })
  const steps = stepsOf(
    terms.map(({ hours_before, percent }) => ({
      until: -hours_before * 60,
      refund: shareOf(price.amount_minor, percent, price.currency),
    })),
    -noticeMinutes,
  )
  const rows: Omit<PolicyRow, 'time'>[] = steps.map(({ until, refund }) => ({ when: words(until), refund }))
  if (noticeMinutes > 0) rows.push({ when: m.policy_after(), refund: null })
  return rows.map((row) => ({ ...row, time: 'later' }))
}

type Step = { until: number; refund: number }

/** The terms as far as one may cancel at all; between the last of them and that moment nothing comes back. */
function stepsOf(terms: readonly Step[], end: number): Step[] {
  const steps = terms.filter((_, i) => i === 0 || terms[i - 1]!.until < end)
  const cut = steps.map((step) => ({ ...step, until: Math.min(step.until, end) }))
  return (cut.at(-1)?.until ?? -Infinity) < end ? [...cut, { until: end, refund: 0 }] : cut
}

const timeOf = (i: number, current: number): PolicyRow['time'] => {
  if (current < 0 || i < current) return 'over'
  return i === current ? 'now' : 'later'
}

/** "2 days", "90 minutes": the largest unit that says it whole. */
export function spanOf(minutes: number): string {
  if (minutes % 1440 === 0) return m.span_days({ count: minutes / 1440 })
  return minutes % 60 === 0 ? m.offer_hours({ count: minutes / 60 }) : m.span_minutes({ count: minutes })
}
