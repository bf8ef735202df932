import { dayOfDate, periodAt, weekdayOfDay, type Zone } from '../contract/zone'
import { zones } from '../lib/zones'

// The mentor is open at an instant when his wall clock then shows a time inside one of that date's ranges. From this
// follows what a change of the clocks does: a gap cuts a range, an overlap opens it twice, and a session (elapsed
// minutes, all of them open) may cross midnight exactly when one day's range ends at 24:00 and the next begins at 00:00.
//
// Starts stand on the mentor's wall clock, every `min(minutes, 30)` from the beginning of each range, so they read the
// same (9:00, 9:30) on a day of change as on any other. Ranges of one date that touch or overlap are one range first.

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LARGEST_STEP = 30

/** 'HH:MM' of the mentor's wall clock; the end is excluded and may be '24:00'. */
export type TimeRange = { start: string; end: string }
/** 1 is Monday, 7 is Sunday. */
export type WeeklyRule = TimeRange & { weekday: number }
/** Replaces the weekly rules of one local date; no ranges is a day off. */
export type DateOverride = { date: string; ranges: readonly TimeRange[] }
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
}

/** Times are ms; `zone` is the mentor's. Starts from `from` to before `until` are looked at. */
export type SlotQuery = {
  rules: readonly WeeklyRule[]
  overrides: readonly DateOverride[]
  busy: readonly BusyTime[]
  /** Starts of this offer's live bookings. */
  booked: readonly number[]
  policy: SlotPolicy
  zone: string
  now: number
  from: number
  until: number
}

/** Milliseconds of the local day. */
type Range = { start: number; end: number }
type OpenHours = (day: number) => readonly Range[]

/** Every free slot, soonest first, worked out one by one as they are asked for. */
export function* slots(query: SlotQuery): Generator<Slot> {
  const { minutes, buffer_before_minutes, buffer_after_minutes } = query.policy
  const zone = zones.zone(query.zone)
  const openHours = openHoursOf(query)
  const isFree = freeBetween(query.busy)
  const hasRoom = roomOnDayOf(query, zone)
  for (const start of startsOf(query, zone, openHours)) {
    const end = start + minutes * MINUTE
    const fits =
      isFree(start - buffer_before_minutes * MINUTE, end + buffer_after_minutes * MINUTE) &&
      isOpenThroughout(zone, openHours, start, end) &&
      hasRoom(start)
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

/** The instants of the grid, by periods of constant offset, because the wall clock only runs evenly within one. */
function* startsOf({ policy, now, from, until }: SlotQuery, zone: Zone, openHours: OpenHours): Generator<number> {
  const step = Math.min(policy.minutes, LARGEST_STEP) * MINUTE
  const last = Math.min(until - 1, now + policy.horizon_days * DAY)
  let since = Math.max(from, now + policy.minimum_notice_minutes * MINUTE)
  for (let period = periodAt(zone, since); since <= last; period++) {
    const offset = zone.offsets[period]!
    const before = Math.min(zone.untils[period]!, last + 1)
    yield* wallStarts(openHours, step, since + offset, before + offset, offset)
    since = before
  }
}

function* wallStarts(openHours: OpenHours, step: number, from: number, before: number, offset: number) {
  for (let day = Math.floor(from / DAY); day * DAY < before; day++) {
    for (const range of openHours(day)) {
      const first = day * DAY + range.start
      const end = Math.min(day * DAY + range.end, before)
      const skipped = Math.max(0, Math.ceil((from - first) / step))
      for (let wall = first + skipped * step; wall < end; wall += step) yield wall - offset
    }
  }
}

function isOpenThroughout(zone: Zone, openHours: OpenHours, start: number, end: number): boolean {
  let instant = start
  while (instant < end) {
    const period = periodAt(zone, instant)
    const wall = instant + zone.offsets[period]!
    const day = Math.floor(wall / DAY)
    const range = openHours(day).find((open) => open.start <= wall - day * DAY && wall - day * DAY < open.end)
    if (!range) return false
    instant = Math.min(day * DAY + range.end - zone.offsets[period]!, zone.untils[period]!)
  }
  return true
}

function openHoursOf({ rules, overrides }: SlotQuery): OpenHours {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    joined(rules.filter((rule) => rule.weekday === weekday).map(rangeOf)),
  )
  const dated = new Map(overrides.map(({ date, ranges }) => [dayOfDate(date), joined(ranges.map(rangeOf))]))
  return (day) => dated.get(day) ?? weekly[weekdayOfDay(day) - 1]!
}

function rangeOf({ start, end }: TimeRange): Range {
  return { start: timeOfDay(start), end: timeOfDay(end) }
}

function timeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE
}

/** Ascending, with what touches or overlaps made one and what is empty left out. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const { start, end } of ranges.filter((range) => range.start < range.end).sort((a, b) => a.start - b.start)) {
    const previous = result.at(-1)
    if (previous && start <= previous.end) previous.end = Math.max(previous.end, end)
    else result.push({ start, end })
  }
  return result
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

function roomOnDayOf({ booked, policy }: SlotQuery, zone: Zone): (start: number) => boolean {
  const most = policy.most_per_day
  if (most === null) return () => true
  const dayOf = (instant: number) => Math.floor((instant + zone.offsets[periodAt(zone, instant)]!) / DAY)
  const count = new Map<number, number>()
  for (const start of booked) count.set(dayOf(start), (count.get(dayOf(start)) ?? 0) + 1)
  return (start) => (count.get(dayOf(start)) ?? 0) < most
}
