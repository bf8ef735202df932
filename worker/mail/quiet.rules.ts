import { wallTimeOf } from '../contract/zone'
import { zones } from '../lib/zones'

const MINUTE = 60_000
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
  const minutes = (instant: number): number => wallTimeOf(zone, instant).minutes
  const here = minutes(at.getTime())
  if (ahead(from, here) >= ahead(from, until)) return undefined
  const end = at.getTime() - (at.getTime() % MINUTE) + ahead(here, until) * MINUTE
  // A night on which the clocks change is an hour longer or shorter.
  const late = ((minutes(end) - until + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2
  return new Date(end - late * MINUTE)
}
