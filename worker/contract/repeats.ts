import type { Repeat } from './events.constants'
import { dateOfDay, dayOfDate, nextValidInstant, wallTimeOf, type Zone } from './zone'

export interface Span {
  start: number
  end: number
}

const DAYS = { week: 7, two_weeks: 14 } as const

/** The same day of a later month, or its last where that month has no such day. */
function laterMonth(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

const dateAfter = (date: string, every: Repeat, times: number): string =>
  every === 'month' ? laterMonth(date, times) : dateOfDay(dayOfDate(date) + times * DAYS[every])

/**
 * The next `count` times that begin after `after`, each at the wall time of the first one: counted from that one, so that
 * a day on which the clocks change moves none of those behind it. A wall time that is skipped becomes the end of the gap,
 * of one that comes twice it is the first, and each lasts as long as the first does (B7).
 */
export function repeatsOf(
  zone: Zone,
  { start, end }: Span,
  { every, count, after }: { every: Repeat; count: number; after: number },
): Span[] {
  const { date, minutes } = wallTimeOf(zone, start)
  const rest = start % 60_000
  const found: Span[] = []
  for (let times = 1; found.length < count; times++) {
    const next = nextValidInstant(zone, dateAfter(date, every, times), minutes) + rest
    if (next > after) found.push({ start: next, end: next + end - start })
  }
  return found
}
