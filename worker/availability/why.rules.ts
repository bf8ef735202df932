import { clockAt, clocksOf, dayAt, isAway, openUntil, type Clock } from '../bookings/clocks.rules'
import { fullnessOf } from '../bookings/limits.rules'
import { isOpenThroughout, stepOf, type BusyTime, type SlotPolicy } from '../bookings/slots.rules'
import type { Reason } from '../contract/exceptions.constants'
import { dateOfDay, dayOfDate, instantsOf, periodAt } from '../contract/zone'
import { slotQueryOf, type TeachingTimes } from './teaching.rules'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

type Offer = SlotPolicy & { id: string }

/** What keeps a session from beginning at an instant; nothing exactly where `slots` offers it. */
export function reasonAgainst(times: TeachingTimes, offer: Offer, now: number, start: number): Reason | undefined {
  const query = slotQueryOf(times, offer, { now, from: start, until: start + 1 })
  const clocks = clocksOf(query)
  const end = start + offer.minutes * MINUTE
  return (
    closedAt(times, clocks, stepOf(offer), start) ??
    (isOpenThroughout(clocks, start, end) ? undefined : 'too_short') ??
    distance(offer, now, start) ??
    inTheWay(times, offer, start, end) ??
    fullnessOf(query, clocks)(start)
  )
}

export interface Candidate {
  /** Minutes of the wall clock's day. */
  minutes: number
  /** Null where the clock skips this time. */
  start: number | null
  reason: Reason | null
}

/** Every time of a date at which a session could begin by the hours alone, and what keeps it from being offered. */
export function whyOn(
  times: TeachingTimes,
  offer: Offer,
  now: number,
  date: string,
  isOffered: (start: number) => boolean,
): { time_zone: string; closed: Reason | null; candidates: Candidate[] } {
  const day = dayOfDate(date)
  const clock = clocksOf({ ...times, zone: times.availability_zone }).find(({ governs }) => governs(day))!
  const ranges = clock.openHours(day)
  const walls = ranges.flatMap(({ start, end }) => gridOf(start, end, stepOf(offer)))
  const candidates = walls.flatMap((wall): Candidate[] => {
    const minutes = wall / MINUTE
    const starts = instantsOf(clock.zone, date, minutes)
    if (starts.length === 0) return [{ minutes, start: null, reason: 'clock_gap' }]
    return starts.map((start) => ({
      minutes,
      start,
      reason: isOffered(start) ? null : (reasonAgainst(times, offer, now, start) ?? null),
    }))
  })
  return { time_zone: clock.name, closed: ranges.length === 0 ? closedOn(times, day) : null, candidates }
}

const gridOf = (start: number, end: number, step: number): number[] =>
  Array.from({ length: Math.ceil((end - start) / step) }, (_, i) => start + i * step)

/** Why a day has no hours. */
function closedOn(times: TeachingTimes, day: number): 'away' | 'day_off' | 'no_hours' {
  if (isAway(times.away, day)) return 'away'
  return times.overrides.some(({ date }) => date === dateOfDay(day)) ? 'day_off' : 'no_hours'
}

function closedAt(times: TeachingTimes, clocks: readonly Clock[], step: number, start: number): Reason | undefined {
  if (clocks.some((clock) => isOnGrid(clock, step, start))) return undefined
  if (openUntil(clocks, start) > start) return 'off_grid'
  const clock = clockAt(clocks, start)
  const day = dayAt(clock.zone, start)
  return clock.openHours(day).length > 0 ? 'outside_hours' : closedOn(times, day)
}

function isOnGrid({ zone, openHours }: Clock, step: number, start: number): boolean {
  const wall = start + zone.offsets[periodAt(zone, start)]!
  const day = Math.floor(wall / DAY)
  const time = wall - day * DAY
  return openHours(day).some((range) => range.start <= time && time < range.end && (time - range.start) % step === 0)
}

function distance(offer: Offer, now: number, start: number): 'too_soon' | 'too_far' | undefined {
  if (start < now + offer.minimum_notice_minutes * MINUTE) return 'too_soon'
  return start > now + offer.horizon_days * DAY ? 'too_far' : undefined
}

/** What the session itself would meet, and then what only the pauses around it would. */
function inTheWay(times: TeachingTimes, offer: Offer, start: number, end: number): Reason | undefined {
  const meets = (busy: readonly BusyTime[], from: number, until: number) =>
    busy.some((one) => one.from < one.until && one.from < until && one.until > from)
  const sessions = times.teaching.map((one) => ({ from: one.start, until: one.end }))
  if (meets(sessions, start, end)) return 'booked'
  if (meets(times.learning, start, end)) return 'learning'
  if (meets(times.external, start, end)) return 'external'
  const from = start - offer.buffer_before_minutes * MINUTE
  const until = end + offer.buffer_after_minutes * MINUTE
  const all = [times.teaching, times.learning, times.external]
  return all.some((busy) => meets(busy, from, until)) ? 'buffer' : undefined
}
