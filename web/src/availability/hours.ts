import type { TimeRange } from '../../../worker/contract/exceptions.constants'
import type { Availability } from './availability.queries'

export type Rule = Availability['weekly'][number]
export type Week = Rule[]

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const FIRST: Omit<Rule, 'weekday'> = { start: '09:00', end: '17:00' }

const two = (value: number) => String(value).padStart(2, '0')
const QUARTERS = Array.from({ length: 96 }, (_, i) => `${two(Math.floor(i / 4))}:${two((i % 4) * 15)}`)

/** What a range can start and end with: quarters of an hour, the day's end as 24:00. */
export const STARTS = QUARTERS
export const ENDS = [...QUARTERS.slice(1), '24:00']

export const dayOf = (week: Week, weekday: number): Rule[] =>
  week.filter((rule) => rule.weekday === weekday).sort((a, b) => a.start.localeCompare(b.start))

/** The next range of a day: an hour after the last one where the day still has room. */
export function withAnother(week: Week, weekday: number): Week {
  const last = dayOf(week, weekday).at(-1)
  if (!last) return [...week, { weekday, ...FIRST }]
  const hour = Math.min(Number(last.end.slice(0, 2)) + 1, 23)
  return [...week, { weekday, start: `${two(hour)}:00`, end: hour === 23 ? '24:00' : `${two(hour + 1)}:00` }]
}

/** The hours of one day on others too, instead of what they had. */
export const withDayOn = (week: Week, from: number, targets: readonly number[]): Week => [
  ...week.filter((rule) => !targets.includes(rule.weekday)),
  ...targets.flatMap((weekday) => dayOf(week, from).map((rule) => ({ ...rule, weekday }))),
]

/** The week with this time of a day open, or closed; what touches becomes one range. */
export function painted(week: Week, weekday: number, start: string, end: string, isOpen: boolean): Week {
  const others = week.filter((rule) => rule.weekday !== weekday)
  const beside = dayOf(week, weekday).flatMap((rule) => [
    ...(rule.start < start ? [{ ...rule, end: rule.end < start ? rule.end : start }] : []),
    ...(rule.end > end ? [{ ...rule, start: rule.start > end ? rule.start : end }] : []),
  ])
  return [...others, ...joined(isOpen ? [...beside, { weekday, start, end }] : beside)]
}

function joined(rules: Rule[]): Rule[] {
  const result: Rule[] = []
  for (const rule of rules.toSorted((a, b) => a.start.localeCompare(b.start))) {
    const last = result.at(-1)
    if (last && rule.start <= last.end)
      result[result.length - 1] = { ...last, end: rule.end > last.end ? rule.end : last.end }
    else result.push(rule)
  }
  return result
}

/** Half hours of a day, as the grid shows them. */
export const HALVES = Array.from({ length: 48 }, (_, i) => ({
  start: `${two(Math.floor(i / 2))}:${two((i % 2) * 30)}`,
  end: `${two(Math.floor((i + 1) / 2))}:${two(((i + 1) % 2) * 30)}`,
}))

/** The rules that cannot stand: an end before its start, or a start inside the range before. */
export function faultsOf(week: Week): Map<TimeRange, 'order' | 'overlap'> {
  const faults = new Map<TimeRange, 'order' | 'overlap'>()
  for (const weekday of WEEKDAYS) for (const [rule, fault] of faultsAmong(dayOf(week, weekday))) faults.set(rule, fault)
  return faults
}

/** The same among the ranges of one day, which are in order. */
export function faultsAmong(ranges: readonly TimeRange[]): Map<TimeRange, 'order' | 'overlap'> {
  const faults = new Map<TimeRange, 'order' | 'overlap'>()
  ranges.forEach((range, place) => {
    const before = ranges[place - 1]
    if (range.start >= range.end) faults.set(range, 'order')
    else if (before && range.start < before.end) faults.set(range, 'overlap')
  })
  return faults
}

export function hoursOf(week: Week): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return week.reduce((sum, rule) => sum + Math.max(0, minutes(rule.end) - minutes(rule.start)), 0) / 60
}
