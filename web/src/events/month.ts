import { dateOfDay, dayOfDate, nextValidInstant, weekdayOfDay, type ZoneData } from '../../../worker/contract/zone'
import type { Place } from '../lib/time'
import type { EventCard } from './events.queries'

/** The days that a month's sheet shows: whole weeks, from a Monday to a Sunday. */
export function sheetOf(month: string): string[] {
  const first = dayOfDate(`${month}-01`)
  const start = first - weekdayOfDay(first) + 1
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => dateOfDay(start + week * 7 + day)),
  )
  return weeks.filter((week) => week.some((date) => date.startsWith(month))).flat()
}

export const dayAfter = (date: string, days: number): string => dateOfDay(dayOfDate(date) + days)

export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** From the first moment of one day to the last of another, on the clock of a place. */
export function spanOf(zones: ZoneData, zone: string, dates: string[]): { from: string; to: string } {
  const startOf = (date: string) => new Date(nextValidInstant(zones.zone(zone), date, 0)).toISOString()
  return { from: startOf(dates[0]!), to: startOf(dayAfter(dates.at(-1)!, 1)) }
}

/** Each day with what takes place on it: an event of several days stands on each of them. */
export function byDay(events: EventCard[], place: Place): Map<string, EventCard[]> {
  const days = new Map<string, EventCard[]>()
  for (const event of events) {
    const last = place.date(Date.parse(event.end_time) - 1)
    for (let date = place.date(event.start_time); date <= last; date = dayAfter(date, 1))
      days.set(date, [...(days.get(date) ?? []), event])
  }
  return days
}
