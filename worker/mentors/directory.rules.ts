import {
  AVAILABLE_DAYS,
  DAY_PART_HOURS,
  MOST_COUNTED,
  type DayPart,
  type MentorSort,
} from '../contract/mentors.constants'
import { offsetAt } from '../contract/zone'
import { zones } from '../lib/zones'
import { quarterBit, type Opening } from './openings.rules'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const QUARTER = 15 * MINUTE
const DAY = 24 * HOUR

/** More mentors than this are never looked at for one page or one count. */
export const MOST_CANDIDATES = 2000

/** What the reader typed as words to find, never as search syntax: `"port"* "rev"*`. Nothing where there is no word. */
export const wordsOf = (q: string): string =>
  (q.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `"${word}"*`)
    .join(' ')

export const availableUntil = (now: number): number => now + AVAILABLE_DAYS * DAY

/** The quarters of the next days' hours that lie in these parts of the day, by the clock of this zone. */
export function hoursOf(parts: readonly DayPart[], zoneName: string, now: number): Opening[] {
  const zone = zones.zone(zoneName)
  const hours = new Map<number, number>()
  for (let at = Math.floor(now / QUARTER) * QUARTER; at < availableUntil(now); at += QUARTER) {
    const onClock = (((at / MINUTE + offsetAt(zone, at)) % 1440) + 1440) % 1440
    if (!parts.some((part) => isWithin(part, onClock / 60))) continue
    const hour = Math.floor(at / HOUR)
    hours.set(hour, (hours.get(hour) ?? 0) | quarterBit(at))
  }
  return [...hours]
}

function isWithin(part: DayPart, hour: number): boolean {
  const { from, until } = DAY_PART_HOURS[part]
  return from < until ? from <= hour && hour < until : from <= hour || hour < until
}

/** A place in an order: everything further on comes later. */
export interface Position {
  value: number
  number: number
}

/** How many rows each filter's list has, counted to just above the most that are looked at. */
export type Sizes = Record<string, number>

/** The filter with the shortest list. */
export const shortest = (sizes: Sizes): string | undefined =>
  Object.keys(sizes).toSorted((a, b) => sizes[a]! - sizes[b]!)[0]

/** The order in which a search is walked along an index: relevance has none. */
export const walkedOrder = (sort: MentorSort): MentorSort => (sort === 'relevance' ? 'sessions' : sort)

/**
 * How a page is found: by the shortest list where it can be looked at whole, else along the index of the order. An order
 * by relevance needs words and a list. A cursor keeps the order in which it was given, whatever the lists have become.
 */
export function strategyOf(sizes: Sizes, most: number, wished: MentorSort, given: MentorSort | undefined) {
  const name = shortest(sizes)
  const isWhole = name !== undefined && sizes[name]! <= most
  const sort = 'words' in sizes ? (given ?? (isWhole ? wished : walkedOrder(wished))) : walkedOrder(wished)
  return { sort, list: isWhole || sort === 'relevance' ? name : undefined }
}

/** The place that a cursor names, where it is one of this order. */
export function placeOf(cursor: readonly unknown[] | undefined, wished: MentorSort) {
  const [sort, value, number] = cursor ?? []
  if (sort !== wished && sort !== walkedOrder(wished)) return undefined
  if (typeof value !== 'number' || typeof number !== 'number') return undefined
  return { sort: sort === wished ? wished : walkedOrder(wished), value, number }
}

/** Exact where everybody on a list was looked at and counting did not stop. */
export const totalOf = (counted: number, sizes: Sizes, most: number) => ({
  total: Math.min(counted, MOST_COUNTED),
  total_is_more: counted > MOST_COUNTED || (sizes[shortest(sizes) ?? ''] ?? 0) > most,
})
