import { dateOfDay, dayOfDate, instantsOf, nextValidInstant, wallTimeOf } from '../contract/zone'
import { zones } from '../lib/zones'

const DAY_MINUTES = 24 * 60

export interface QuietHours {
  quiet_from: string | null
  quiet_until: string | null
  time_zone: string
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const ahead = (from: number, to: number): number => (to - from + DAY_MINUTES) % DAY_MINUTES

/** When the quiet that holds at this moment ends on the person's wall clock; undefined where there is none. */
export function quietEnd({ quiet_from, quiet_until, time_zone }: QuietHours, at: Date): Date | undefined {
  if (!quiet_from || !quiet_until) return undefined
  const zone = zones.zone(zones.has(time_zone) ? time_zone : 'UTC')
  const [from, until] = [minutesOf(quiet_from), minutesOf(quiet_until)]
  const here = wallTimeOf(zone, at.getTime())
  if (ahead(from, here.minutes) >= ahead(from, until)) return undefined
  const date = dateOfDay(dayOfDate(here.date) + (until > here.minutes ? 0 : 1))
  // Twice where the clocks go back, and where a change swallows it the end of that gap.
  const end = instantsOf(zone, date, until).find((instant) => instant > at.getTime())
  return new Date(end ?? nextValidInstant(zone, date, until))
}
