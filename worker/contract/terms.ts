import { ANSWER_HOURS } from './bookings.constants'
import { stepOf } from './currencies'

const MINUTE = 60_000
/** However soon a session begins, a mentor has this long to answer. */
const LEAST_TO_ANSWER = 30 * MINUTE

/** A share of an amount in minor units, rounded half to even in the steps that its currency is counted in; all is all. */
export function shareOf(amount_minor: number, percent: number, currency: string): number {
  if (percent === 100) return amount_minor
  const step = stepOf(currency)
  const hundredths = (amount_minor * percent) / step
  const whole = Math.floor(hundredths / 100)
  const rest = hundredths - whole * 100
  return (rest > 50 || (rest === 50 && whole % 2 === 1) ? whole + 1 : whole) * step
}

/** When silence ends a request: after two days, or when the notice before the start is reached (B5). All in ms. */
export const answerBy = (start: number, notice_minutes: number, now: number): number =>
  Math.min(start, now + ANSWER_HOURS * 60 * MINUTE, Math.max(start - notice_minutes * MINUTE, now + LEAST_TO_ANSWER))
