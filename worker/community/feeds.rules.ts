import type { Feed } from '../contract/community.constants'
import { positionOf } from '../lib/database'

/** A place in the useful feed: which ranking, how far down, and what stood there, should that ranking be gone. */
export interface RankedPlace {
  generation: number
  place: number
  score: number
  ranked_at: number
}

const numbersIn = (cursor: string | undefined, kind: string, count: number): number[] | undefined => {
  const [first, ...rest] = positionOf(cursor) ?? []
  const numbers = rest.filter((one): one is number => typeof one === 'number' && Number.isFinite(one))
  return first === kind && rest.length === count && numbers.length === count ? numbers : undefined
}

/** Behind every post. */
export const NO_NUMBER = Number.MAX_SAFE_INTEGER

export const numberBefore = (cursor: string | undefined): number => numbersIn(cursor, 'number', 1)?.[0] ?? NO_NUMBER

export function rankedPlace(cursor: string | undefined): RankedPlace | undefined {
  const [generation, place, score, ranked_at] = numbersIn(cursor, 'useful', 4) ?? []
  return generation === undefined ? undefined : { generation, place: place!, score: score!, ranked_at: ranked_at! }
}

/** The number of the newest post when somebody looked. */
export const numberSince = (since: string | undefined): number => numbersIn(since, 'newest', 1)?.[0] ?? NO_NUMBER

interface Placed {
  place: number
  generation: number | null
  score: number | null
  ranked_at: number | null
}

export const placeOf = (feed: Feed, { place, generation, score, ranked_at }: Placed) =>
  feed === 'useful' ? ['useful', generation, -place, score, ranked_at] : ['number', place]
