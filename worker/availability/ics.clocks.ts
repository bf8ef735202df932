import ICAL from 'ical.js'
import { dateOfDay, dayOfDate, nextValidInstant, wallTimeOf, type Zone } from '../contract/zone'
import { isZone, zones } from '../lib/zones'

/** On whose clock times without a zone are read, by date. */
export type OwnZone = (date: string) => string

/** A wall clock's reading as ical.js counts with it, and the instant that it is. */
export interface Clock {
  instantOf(time: ICAL.Time): number
  wallOf(instant: number): ICAL.Time
}
const dateOf = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
export const dayOf = (time: ICAL.Time): number => dayOfDate(dateOf(time))
export const plusDays = (time: ICAL.Time, days: number): ICAL.Time =>
  ICAL.Time.fromDateString(dateOfDay(dayOf(time) + days))

export function instantsIn(property: ICAL.Property, ownZone: OwnZone): number[] {
  const clock = clockOf(property, ownZone)
  return property.getValues().flatMap((value: unknown) => {
    const time = value instanceof ICAL.Period ? value.start : value
    return time instanceof ICAL.Time ? [clock.instantOf(time)] : []
  })
}

export function clockOf(property: ICAL.Property, ownZone: OwnZone): Clock {
  const value = property.getFirstValue()
  const time = value instanceof ICAL.Period ? value.start : value
  const name = property.getParameter('tzid')
  const tzid = typeof name === 'string' ? name : ''
  if (time instanceof ICAL.Time && !time.isDate && time.zone === ICAL.Timezone.utcTimezone) return clockIn(() => 'UTC')
  if (isZone(tzid)) return clockIn(() => tzid)
  const described = tzid ? property.parent?.getTimeZoneByID(tzid) : undefined
  return described ? describedClock(described) : clockIn(ownZone)
}

function clockIn(zoneOn: OwnZone): Clock {
  const zoneOf = (date: string): Zone => zones.zone(zoneOn(date))
  return {
    instantOf: (time) =>
      nextValidInstant(zoneOf(dateOf(time)), dateOf(time), time.hour * 60 + time.minute) + time.second * 1000,
    wallOf(instant) {
      const near = zoneOf(new Date(instant).toISOString().slice(0, 10))
      const { date, time } = wallTimeOf(zoneOf(wallTimeOf(near, instant).date), instant)
      return ICAL.Time.fromDateTimeString(`${date}T${time}:00`)
    },
  }
}

/** A zone that only the file knows, such as those of Windows. */
const describedClock = (zone: ICAL.Timezone): Clock => ({
  instantOf(time) {
    const there = time.clone()
    there.zone = zone
    return there.toUnixTime() * 1000
  },
  wallOf: (instant) => ICAL.Time.fromJSDate(new Date(instant), true).convertToZone(zone),
})

/** Rules repeat on the wall clock, whatever its zone. */
export function floating(time: ICAL.Time): ICAL.Time {
  const wall = time.clone()
  wall.zone = ICAL.Timezone.localTimezone
  return wall
}

/** The end of a rule is an instant where the event has a zone; its repetitions are counted on the wall clock. */
export function localRule(rule: ICAL.Recur, clock: Clock): ICAL.Recur {
  const copy = rule.clone()
  const { until } = copy
  if (until && !until.isDate)
    copy.until = floating(until.zone === ICAL.Timezone.utcTimezone ? clock.wallOf(until.toUnixTime() * 1000) : until)
  return copy
}
