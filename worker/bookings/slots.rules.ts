import { periodAt } from '../contract/zone'
import type { TimeRange } from '../contract/exceptions.constants'
import { clocksOf, joined, openUntil, type Clock } from './clocks.rules'
import { fullnessOf } from './limits.rules'

// The mentor is open at an instant when his wall clock then shows a time inside one of that date's ranges. From this
// follows what a change of the clocks does: a gap cuts a range, an overlap opens it twice, and a session (elapsed
// minutes, all of them open) may cross midnight exactly when one day's range ends at 24:00 and the next begins at 00:00.
//
// Starts stand on the mentor's wall clock, every `min(minutes, 30)` from the beginning of each range, so they read the
// same (9:00, 9:30) on a day of change as on any other. Ranges of one date that touch or overlap are one range first.

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LARGEST_STEP = 30

export type { TimeRange }
/** 1 is Monday, 7 is Sunday. */
export type WeeklyRule = TimeRange & { weekday: number }
/** Replaces the weekly rules of one local date; no ranges is a day off. */
export type DateOverride = { date: string; ranges: readonly TimeRange[] }
/** Local dates, both included. */
export type DateSpan = { from_date: string; to_date: string }
/** Dates whose hours are read on the clock of another zone. */
export type ZonePeriod = DateSpan & { time_zone: string }
/** Half-open, in ms, and already as wide as the buffers of the booking that causes it. */
export type BusyTime = { from: number; until: number }
export type Slot = { start_time: number; end_time: number }

export type SlotPolicy = {
  minutes: number
  buffer_before_minutes: number
  buffer_after_minutes: number
  minimum_notice_minutes: number
  /** Days of 24 hours from `now`; a start exactly that far away is still offered. */
  horizon_days: number
  /** Counted by the local date of the start. */
  most_per_day: number | null
  /** Counted from Monday, by the local date of the start. */
  most_per_week: number | null
}

/** Times are ms; `zone` is the mentor's. Starts from `from` to before `until` are looked at. */
export type SlotQuery = {
  rules: readonly WeeklyRule[]
  overrides: readonly DateOverride[]
  /** Days off, which count for more than an override. */
  away: readonly DateSpan[]
  /** None of them shares a date with another. */
  zone_periods: readonly ZonePeriod[]
  busy: readonly BusyTime[]
  /** Starts of this offer's live bookings. */
  booked: readonly number[]
  /** Starts of all that the mentor gives, and how many that may be in a week. */
  taught: readonly number[]
  most_sessions_per_week: number | null
  policy: SlotPolicy
  zone: string
  now: number
  from: number
  until: number
}

/** Every free slot, soonest first, worked out one by one as they are asked for. */
export function* slots(query: SlotQuery): Generator<Slot> {
  const { minutes, buffer_before_minutes, buffer_after_minutes } = query.policy
  const clocks = clocksOf(query)
  const isFree = freeBetween(query.busy)
  const fullness = fullnessOf(query, clocks)
  for (const start of startsOf(query, clocks)) {
    const end = start + minutes * MINUTE
    const fits =
      isFree(start - buffer_before_minutes * MINUTE, end + buffer_after_minutes * MINUTE) &&
      isOpenThroughout(clocks, start, end) &&
      fullness(start) === undefined
    if (fits) yield { start_time: start, end_time: end }
  }
}

/** Whether `slots` contains this start, whatever the query's own `from` and `until`: what a list shows can be booked. */
export function isOffered(query: SlotQuery, start: number): boolean {
  return !slots({ ...query, from: start, until: start + 1 }).next().done
}

/** At most `count` slots of the query, the nearest to `around` first, the earlier of two equally near ones first. */
export function nearestFree(query: SlotQuery, around: number, count: number): Slot[] {
  const candidates: Slot[] = []
  let later = 0
  for (const slot of slots(query)) {
    candidates.push(slot)
    if (slot.start_time >= around && ++later === count) break
  }
  const distance = (slot: Slot) => Math.abs(slot.start_time - around)
  return candidates.sort((a, b) => distance(a) - distance(b)).slice(0, count)
}

/** The instants of the grid of every clock, in order and each once. */
function* startsOf(query: SlotQuery, clocks: readonly Clock[]): Generator<number> {
  const walks = clocks.map((clock) => startsOn(clock, query))
  const next = walks.map((walk) => walk.next().value)
  for (;;) {
    const start = Math.min(...next.map((value) => value ?? Infinity))
    if (start === Infinity) return
    yield start
    walks.forEach((walk, i) => {
      if (next[i] === start) next[i] = walk.next().value
    })
  }
}

/** By periods of constant offset, because the wall clock only runs evenly within one. */
function* startsOn(clock: Clock, { policy, now, from, until }: SlotQuery): Generator<number, undefined> {
  const { zone } = clock
  const step = stepOf(policy)
  const last = Math.min(until - 1, now + policy.horizon_days * DAY)
  let since = Math.max(from, now + policy.minimum_notice_minutes * MINUTE)
  for (let period = periodAt(zone, since); since <= last; period++) {
    const offset = zone.offsets[period]!
    const before = Math.min(zone.untils[period]!, last + 1)
    for (const wall of wallStarts(clock, step, since + offset, before + offset)) yield wall - offset
    since = before
  }
}

export const stepOf = ({ minutes }: Pick<SlotPolicy, 'minutes'>): number => Math.min(minutes, LARGEST_STEP) * MINUTE

/** The grid between two readings of one wall clock. */
function* wallStarts(clock: Clock, step: number, from: number, before: number): Generator<number> {
  const lastDay = Math.min(clock.last, Math.ceil(before / DAY) - 1)
  for (let day = Math.max(clock.first, Math.floor(from / DAY)); day <= lastDay; day++) {
    for (const range of clock.openHours(day)) {
      const first = day * DAY + range.start
      const end = Math.min(day * DAY + range.end, before)
      const skipped = Math.max(0, Math.ceil((from - first) / step))
      for (let wall = first + skipped * step; wall < end; wall += step) yield wall
    }
  }
}

export function isOpenThroughout(clocks: readonly Clock[], start: number, end: number): boolean {
  let instant = start
  while (instant < end) {
    const until = openUntil(clocks, instant)
    if (until === instant) return false
    instant = until
  }
  return true
}

function freeBetween(busy: readonly BusyTime[]): (from: number, until: number) => boolean {
  const taken = joined(busy.map(({ from, until }) => ({ start: from, end: until })))
  return (from, until) => {
    let low = 0
    let high = taken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (taken[middle]!.end > from) high = middle
      else low = middle + 1
    }
    return low === taken.length || taken[low]!.start >= until
  }
}
