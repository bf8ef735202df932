import ICAL from 'ical.js'
import type { BusyTime } from '../bookings/slots.rules'
import { joined } from '../bookings/clocks.rules'
import type { CalendarFault } from '../contract/exceptions.constants'
import { clockOf, dayOf, floating, instantsIn, localRule, plusDays, type Clock, type OwnZone } from './ics.clocks'

const DAY = 86_400_000
const MOST_EVENTS = 2000
/** Repetitions that are counted through, from the first one on; whoever repeats every second is not read. */
const MOST_STEPS = 100_000

export interface Window {
  from: number
  until: number
}
export type Reading = { busy: BusyTime[]; events: number } | { fault: CalendarFault }
class Fault extends Error {
  constructor(readonly fault: CalendarFault) {
    super(fault)
  }
}

/**
 * When an iCalendar file keeps its owner busy within the window. `ownZone` is the clock of times that name no zone, and
 * of whole days. Zones that we know are read with our own data, others with what the file says about them.
 */
export function busyIn(ics: string, window: Window, ownZone: OwnZone): Reading {
  try {
    const calendars = calendarsOf(ics)
    const steps = { left: MOST_STEPS }
    const busy = calendars.flatMap((calendar) => busyOfCalendar(calendar, window, ownZone, steps))
    const whole = joined(busy.map(({ from, until }) => ({ start: from, end: until })))
    return { busy: whole.map(({ start, end }) => ({ from: start, until: end })), events: busy.length }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault }
    throw error
  }
}

function calendarsOf(ics: string): ICAL.Component[] {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(ics)) throw new Fault('not_a_calendar')
  try {
    const parsed = ICAL.parse(ics) as unknown[]
    const all = Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed]
    return all.map((one) => new ICAL.Component(one as ConstructorParameters<typeof ICAL.Component>[0]))
  } catch {
    throw new Fault('not_a_calendar')
  }
}

function busyOfCalendar(
  calendar: ICAL.Component,
  window: Window,
  ownZone: OwnZone,
  steps: { left: number },
): BusyTime[] {
  const events = calendar.getAllSubcomponents('vevent').flatMap((component) => readable(component, ownZone))
  const moved = Map.groupBy(
    events.filter(({ replaces }) => replaces !== undefined),
    ({ uid }) => uid,
  )
  const found: BusyTime[] = []
  for (const event of events) {
    if (!event.isBusy) continue
    const replaced = event.replaces === undefined ? (moved.get(event.uid) ?? []) : []
    const skipped = new Set([...event.excluded, ...replaced.map(({ replaces }) => replaces!)])
    for (const from of startsOf(event, window, steps)) {
      const until = event.endOf(from)
      if (until <= window.from || until <= from || from >= window.until || skipped.has(from)) continue
      if (found.push({ from, until }) > MOST_EVENTS) throw new Fault('too_many_events')
    }
  }
  return found
}

interface Event {
  uid: string
  isBusy: boolean
  start: ICAL.Time
  clock: Clock
  endOf(from: number): number
  rules: ICAL.Recur[]
  added: number[]
  excluded: number[]
  /** Of an event that stands for one repetition of another: which. */
  replaces: number | undefined
}

/** An event without a start that can be read keeps nobody. */
function readable(component: ICAL.Component, ownZone: OwnZone): Event[] {
  try {
    return [eventOf(component, ownZone)]
  } catch {
    return []
  }
}

function eventOf(component: ICAL.Component, ownZone: OwnZone): Event {
  const property = component.getFirstProperty('dtstart')
  const start = property?.getFirstValue()
  if (!property || !(start instanceof ICAL.Time)) throw new Error('no start')
  const clock = clockOf(property, ownZone)
  const instants = (name: string) => component.getAllProperties(name).flatMap((one) => instantsIn(one, ownZone))
  const says = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  return {
    uid: String(component.getFirstPropertyValue('uid') ?? ''),
    isBusy:
      says('transp') !== 'TRANSPARENT' &&
      says('status') !== 'CANCELLED' &&
      says('x-microsoft-cdo-busystatus') !== 'FREE',
    start,
    clock,
    endOf: endOf(component, start, clock, ownZone),
    rules: component.getAllProperties('rrule').map((one) => one.getFirstValue() as ICAL.Recur),
    added: instants('rdate'),
    excluded: instants('exdate'),
    replaces: instants('recurrence-id')[0],
  }
}

/** A day lasts until the next midnight of its clock, a session its elapsed time. */
function endOf(component: ICAL.Component, start: ICAL.Time, clock: Clock, ownZone: OwnZone) {
  const property = component.getFirstProperty('dtend')
  const duration = component.getFirstPropertyValue('duration')
  if (start.isDate) {
    const end = property?.getFirstValue()
    const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 86_400
    const days = end instanceof ICAL.Time ? dayOf(end) - dayOf(start) : Math.ceil(seconds / 86_400)
    return (from: number) => clock.instantOf(plusDays(clock.wallOf(from), Math.max(1, days)))
  }
  const [end] = property ? instantsIn(property, ownZone) : []
  const length = duration instanceof ICAL.Duration ? duration.toSeconds() * 1000 : 0
  const lasts = end === undefined ? length : end - clock.instantOf(start)
  return (from: number) => from + lasts
}

/** Every start of an event before the end of the window, in no order but each once. */
function startsOf({ start, clock, rules, added }: Event, window: Window, steps: { left: number }): Set<number> {
  const starts = new Set([clock.instantOf(start), ...added])
  const first = floating(start)
  for (const rule of rules) {
    const walk = localRule(rule, clock).iterator(first)
    for (let next = walk.next() as ICAL.Time | null; next; next = walk.next() as ICAL.Time | null) {
      const instant = clock.instantOf(next)
      if (instant >= window.until) break
      if (instant >= window.from - 31 * DAY) starts.add(instant)
      if (--steps.left < 0) throw new Fault('too_many_events')
    }
  }
  return starts
}
