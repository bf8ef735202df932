import { CHECK_IN_MINUTES, EVENT_DAYS_MOST, type Place } from '../contract/events.constants'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

export interface Times {
  start_time: Date
  end_time: Date
}

/** Until when people may come, leave and move up: what is online can be joined late. */
export const rsvpUntil = ({ place, start_time, end_time }: Times & { place: Place }): Date =>
  place === 'online' ? end_time : start_time

export const checkInFrom = ({ start_time }: Pick<Times, 'start_time'>): Date =>
  new Date(start_time.getTime() - CHECK_IN_MINUTES * MINUTE)

/** The earliest start of an event that is not over: none is longer. */
export const earliestStart = (now: Date): Date => new Date(now.getTime() - EVENT_DAYS_MOST * DAY)

/** Where an event is, as its organizer said, or as its link and location tell. */
export function placeFrom({
  place,
  location,
  online_link,
}: {
  place?: Place | undefined
  location?: string | null | undefined
  online_link?: string | null | undefined
}): Place {
  if (place) return place
  const isNamed = Boolean(location) && location?.toLowerCase() !== 'online'
  return online_link || !isNamed ? 'online' : 'in_person'
}

export type Errors = Record<string, string[]>

/** What is wrong with these times, by field. */
export function timeErrors({ start_time, end_time }: Times): Errors {
  if (end_time <= start_time) return { end_time: ['It has to end after it begins'] }
  const isLong = end_time.getTime() - start_time.getTime() > EVENT_DAYS_MOST * DAY
  return isLong ? { end_time: [`An event lasts ${EVENT_DAYS_MOST} days at most`] } : {}
}

/** What keeps an event from being shown to everybody. */
export function publishErrors(
  { start_time, place, location }: { start_time: Date; place: Place; location: string | null },
  now: Date,
): Errors {
  return {
    ...(start_time <= now && { start_time: ['What lies in the past cannot be published'] }),
    ...(place === 'in_person' && !location && { location: ['Say where it is'] }),
  }
}

/** What guests are told of: the rest of an event may change without a word. */
export const NOTABLE = ['title', 'start_time', 'end_time', 'place', 'location', 'online_link'] as const
export type Notable = (typeof NOTABLE)[number]

const same = (one: unknown, other: unknown): boolean =>
  one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other

export const changedIn = <K extends string>(
  keys: readonly K[],
  one: Record<K, unknown>,
  other: Record<K, unknown>,
): K[] => keys.filter((key) => !same(one[key], other[key]))

/** How many minutes before an event people are reminded, the earliest first (B12). */
export const EVENT_REMINDERS = [1440, 60] as const
export type EventReminder = (typeof EVENT_REMINDERS)[number]

/** A reminder is due from its time until the next one's. */
export function reminderSpan(minutes: EventReminder, now: Date): { after: number; until: number } {
  const next = EVENT_REMINDERS[EVENT_REMINDERS.indexOf(minutes) + 1] ?? 0
  return { after: now.getTime() + next * MINUTE, until: now.getTime() + minutes * MINUTE }
}

/** The date before which somebody was born who is of age wherever they are. */
export function bornBefore(now: Date): string {
  const west = new Date(now.getTime() - 14 * 60 * MINUTE)
  return new Date(Date.UTC(west.getUTCFullYear() - 18, west.getUTCMonth(), west.getUTCDate()))
    .toISOString()
    .slice(0, 10)
}
