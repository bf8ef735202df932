import { dayOfDate, periodAt, weekdayOfDay, type Zone } from '../contract/zone'
import { zones } from '../lib/zones'
import type { DateOverride, DateSpan, TimeRange, WeeklyRule, ZonePeriod } from './slots.rules'

// A mentor lives by the clock of one zone, and during some periods by that of another. Each clock governs its own
// dates, read on that clock; so at the two ends of a period an instant may be of both clocks, or of neither.

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Milliseconds of the local day. */
export interface Range {
  start: number
  end: number
}

export interface Clock {
  name: string
  zone: Zone
  /** The days it can govern at all: numbers since 1970 on its own calendar, both included. */
  first: number
  last: number
  governs(day: number): boolean
  /** The hours of a day, which are none where another clock governs. */
  openHours(day: number): readonly Range[]
}

export interface Hours {
  rules: readonly WeeklyRule[]
  overrides: readonly DateOverride[]
  away: readonly DateSpan[]
  zone_periods: readonly ZonePeriod[]
  zone: string
}

/** Those of the periods first, the usual one last. */
export function clocksOf({ zone, zone_periods, ...week }: Hours): Clock[] {
  const hours = hoursOf(week)
  const spans = zone_periods.map(spanOf)
  const isElsewhere = (day: number) => spans.some(({ first, last }) => first <= day && day <= last)
  const clock = (name: string, first: number, last: number, governs: (day: number) => boolean): Clock => ({
    name,
    zone: zones.zone(name),
    first,
    last,
    governs,
    openHours: (day) => (governs(day) ? hours(day) : []),
  })
  return [
    ...zone_periods.map(({ time_zone }, i) => {
      const { first, last } = spans[i]!
      return clock(time_zone, first, last, (day) => first <= day && day <= last)
    }),
    clock(zone, -Infinity, Infinity, (day) => !isElsewhere(day)),
  ]
}

/** The one whose date the instant is of; the usual one where the clocks leave a gap between them. */
export const clockAt = (clocks: readonly Clock[], instant: number): Clock =>
  clocks.find((clock) => clock.governs(dayAt(clock.zone, instant))) ?? clocks.at(-1)!

export const dayAt = (zone: Zone, instant: number): number =>
  Math.floor((instant + zone.offsets[periodAt(zone, instant)]!) / DAY)

/** Until when the mentor stays open from this instant on, by any clock; the instant itself where closed. */
export function openUntil(clocks: readonly Clock[], instant: number): number {
  let until = instant
  for (const { zone, openHours } of clocks) {
    const period = periodAt(zone, instant)
    const wall = instant + zone.offsets[period]!
    const day = Math.floor(wall / DAY)
    const range = openHours(day).find((open) => open.start <= wall - day * DAY && wall - day * DAY < open.end)
    if (range) until = Math.max(until, Math.min(day * DAY + range.end - zone.offsets[period]!, zone.untils[period]!))
  }
  return until
}

export const isAway = (away: readonly DateSpan[], day: number): boolean =>
  away.some(({ from_date, to_date }) => dayOfDate(from_date) <= day && day <= dayOfDate(to_date))

const spanOf = ({ from_date, to_date }: DateSpan) => ({ first: dayOfDate(from_date), last: dayOfDate(to_date) })

function hoursOf({ rules, overrides, away }: Pick<Hours, 'rules' | 'overrides' | 'away'>) {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    joined(rules.filter((rule) => rule.weekday === weekday).map(rangeOf)),
  )
  const dated = new Map(overrides.map(({ date, ranges }) => [dayOfDate(date), joined(ranges.map(rangeOf))]))
  const off = away.map(spanOf)
  return (day: number): readonly Range[] =>
    off.some(({ first, last }) => first <= day && day <= last) ? [] : (dated.get(day) ?? weekly[weekdayOfDay(day) - 1]!)
}

function rangeOf({ start, end }: TimeRange): Range {
  return { start: timeOfDay(start), end: timeOfDay(end) }
}

function timeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE
}

/** Ascending, with what touches or overlaps made one and what is empty left out. */
export function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const { start, end } of ranges.filter((range) => range.start < range.end).sort((a, b) => a.start - b.start)) {
    const previous = result.at(-1)
    if (previous && start <= previous.end) previous.end = Math.max(previous.end, end)
    else result.push({ start, end })
  }
  return result
}
