import { wallTimeOf } from '../contract/zone'
import { isZone, zones } from '../lib/zones'
import { ageOn } from './accounts.rules'

const ADULT = 18

/** The date on the wall of a zone. */
export const todayIn = (time_zone: string, now: Date): string =>
  wallTimeOf(zones.zone(isZone(time_zone) ? time_zone : 'UTC'), now.getTime()).date

/** Under 18 in the person's own zone; who has not said is treated as a minor (A7). */
export const isMinor = (person: { date_of_birth: string | null; time_zone: string }, now: Date): boolean =>
  person.date_of_birth === null || ageOn(todayIn(person.time_zone, now), person.date_of_birth) < ADULT
