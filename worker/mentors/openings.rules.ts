import { SOONEST_DAYS } from '../availability/availability.rules'
import type { TeachingTimes } from '../availability/teaching.rules'
import { offered, offeredQuery, type OfferedOffer } from '../bookings/offered.rules'
import type { NewStudents } from '../contract/availability.constants'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** One day more than the directory asks about, for it is rewritten every day at least. */
const OPENING_DAYS = 8
/** The last instant there is: no time is free. */
export const NEVER = 8.64e15

/** What the free times of a mentor follow from, as the tables hold it. */
export interface Teaching extends TeachingTimes {
  offers: readonly OfferedOffer[]
  new_students: NewStudents
}

/** What somebody new can book; nothing where the mentor takes nobody new. */
const offersOpen = ({ offers, new_students }: Teaching) => (new_students === 'paused' ? [] : offers)

/** An hour since 1970 and a bit for each of its quarters in which a session may begin. */
export type Opening = [start_hour_utc: number, quarters: number]

export interface FreeTimes {
  openings: Opening[]
  soonest_start: number
  /** From when on the passing of time alone makes this old. */
  due_at: number
}

/** The soonest start among all offers, with how long before it that offer closes. */
export function soonestOf(week: Teaching, now: number): { start: number; notice: number } | undefined {
  return offersOpen(week)
    .flatMap((offer) => {
      const asked = offeredQuery(week, offer, { now, from: now, until: now + SOONEST_DAYS * DAY })
      const first = offered(asked).next().value
      return first ? [{ start: first.start_time, notice: offer.minimum_notice_minutes * MINUTE }] : []
    })
    .toSorted((a, b) => a.start - b.start || a.notice - b.notice)[0]
}

export function openingsOf(week: Teaching, now: number): Opening[] {
  const quarters = new Map<number, number>()
  for (const offer of offersOpen(week)) {
    const span = { now, from: now, until: now + OPENING_DAYS * DAY }
    for (const { start_time } of offered(offeredQuery(week, offer, span))) {
      const hour = Math.floor(start_time / HOUR)
      quarters.set(hour, (quarters.get(hour) ?? 0) | quarterBit(start_time))
    }
  }
  return [...quarters].toSorted(([a], [b]) => a - b)
}

/** 1, 2, 4 or 8. */
export const quarterBit = (instant: number): number => 1 << Math.floor((instant % HOUR) / (15 * MINUTE))

export function freeTimesOf(week: Teaching, now: number): FreeTimes {
  const soonest = soonestOf(week, now)
  const passes = soonest ? Math.ceil((soonest.start - soonest.notice + 1) / HOUR) * HOUR : Infinity
  return {
    openings: openingsOf(week, now),
    soonest_start: soonest?.start ?? NEVER,
    due_at: Math.min(now + DAY, Math.max(passes, now + MINUTE)),
  }
}

/**
 * Whether stored openings are what they should be. Worked out for the instant at which they were written, and compared
 * from a day after now on: nearer ones change as sessions end, without anybody's act.
 */
export function isSame(week: Teaching, stored: readonly Opening[], written_at: number, now: number): boolean {
  const beyond = (list: readonly Opening[]) => list.filter(([hour]) => hour * HOUR >= now + DAY)
  return JSON.stringify(beyond(openingsOf(week, written_at))) === JSON.stringify(beyond(stored))
}
