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

/** Monday's hours on every other working day: the one step most weeks need. */
export function withMondayAllWeek(week: Week): Week {
  const monday = dayOf(week, 1)
  return [
    ...week.filter((rule) => rule.weekday > 5),
    ...[1, 2, 3, 4, 5].flatMap((weekday) => monday.map((rule) => ({ ...rule, weekday }))),
  ]
}

/** The rules that cannot stand: an end before its start, or a start inside the range before. */
export function faultsOf(week: Week): Map<Rule, 'order' | 'overlap'> {
  const faults = new Map<Rule, 'order' | 'overlap'>()
  for (const weekday of WEEKDAYS) {
    dayOf(week, weekday).forEach((rule, place, rules) => {
      const before = rules[place - 1]
      if (rule.start >= rule.end) faults.set(rule, 'order')
      else if (before && rule.start < before.end) faults.set(rule, 'overlap')
    })
  }
  return faults
}

export function hoursOf(week: Week): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return week.reduce((sum, rule) => sum + Math.max(0, minutes(rule.end) - minutes(rule.start)), 0) / 60
}
