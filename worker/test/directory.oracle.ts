import { plainTimes, slotQueryOf } from '../availability/teaching.rules'
import { slots } from '../bookings/slots.rules'
import { DAY_PART_HOURS, type DayPart, type MentorSort } from '../contract/mentors.constants'
import { wallTimeOf } from '../contract/zone'
import { zones } from '../lib/zones'
import { availableUntil, hoursOf, wordsOf } from '../mentors/directory.rules'
import type { MentorSearch } from '../mentors/filters.data'
import { leastScoreFor } from '../reviews/ratings.rules'
import { skillOf } from '../skills/skills.rules'
import type { Planted } from './crowd'

// What the directory should answer, worked out by looking at one mentor after another; it shares no SQL with the product.

const DAY = 86_400_000

export interface Wish {
  q?: string
  skill?: string[]
  language?: string[]
  currency: string
  price_min_minor?: number
  price_max_minor?: number
  experience_min?: number
  rating_min?: number
  free_intro?: boolean
  available?: boolean
  available_part?: DayPart[]
  time_zone: string
  sort: MentorSort
}

/** The same as a search of the product, with everything that is worked out before the database is asked. */
export const searchFor = (
  wish: Wish,
  asked: Pick<MentorSearch, 'limit' | 'most' | 'after'> & { at: number },
): MentorSearch => ({
  words: wish.q === undefined ? undefined : wordsOf(wish.q),
  skills: wish.skill ?? [],
  languages: wish.language ?? [],
  currency: wish.currency,
  price_min_minor: wish.price_min_minor,
  price_max_minor: wish.price_max_minor,
  experience_min: wish.experience_min,
  score_min: wish.rating_min === undefined ? undefined : leastScoreFor(wish.rating_min),
  free_intro: wish.free_intro ?? false,
  available_until: wish.available ? availableUntil(asked.at) : undefined,
  hours: wish.available_part && hoursOf(wish.available_part, wish.time_zone, asked.at),
  sort: wish.sort,
  limit: asked.limit,
  most: asked.most,
  after: asked.after,
})

const folded = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

function holdAll(texts: (string | null)[], q: string): boolean {
  const there = texts.flatMap((text) => folded(text ?? ''))
  return folded(q).every((word) => there.some((token) => token.startsWith(word)))
}

/** 3 where the name alone holds the words, 0 where the bio is needed. */
function fieldsFor(one: Planted, q: string): number | undefined {
  const skills = one.skills.map((key) => skillOf(key)!.name)
  const widening = [[one.name], [one.headline, ...skills], [one.company], [one.bio]]
  const found = widening.findIndex((_, i) => holdAll(widening.slice(0, i + 1).flat(), q))
  return found < 0 ? undefined : 3 - found
}

const isBelow = (key: string | undefined, asked: string): boolean =>
  key !== undefined && (key === asked || isBelow(skillOf(key)?.parent, asked))

/** Every start with this mentor, as worked out at `at`. */
export function startsOf({ offers, rules, zone }: Planted, at: number, days: number): number[] {
  const starts = offers.flatMap(({ minutes, notice }) => {
    const terms = { minutes, minimum_notice_minutes: notice, horizon_days: 60, most_per_day: null, most_per_week: null }
    const offer = { id: '', ...terms, buffer_before_minutes: 0, buffer_after_minutes: 0 }
    return [...slots(slotQueryOf(plainTimes(zone, rules), offer, { now: at, from: at, until: at + days * DAY }))]
  })
  return starts.map(({ start_time }) => start_time).toSorted((a, b) => a - b)
}

/** What is free to get to know somebody is no price, unless there is nothing else. */
function cheapest(one: Planted, currency: string): number {
  const all = one.offers.filter((offer) => offer.currency === currency)
  const paid = all.filter(({ is_intro }) => !is_intro)
  const counted = paid.length > 0 ? paid : all
  return Math.min(Number.MAX_SAFE_INTEGER, ...counted.map(({ amount_minor }) => amount_minor))
}

/** As if five reviews of 4.5 stars had been there before, in hundredths; none under three. */
function score({ stars }: Planted): number {
  const sum = stars.reduce((total, one) => total + one, 5 * 4.5)
  return stars.length < 3 ? 0 : Math.round((100 * sum) / (5 + stars.length))
}

const partOf = (start: number, zone: string): DayPart => {
  const hour = Math.floor(wallTimeOf(zones.zone(zone), start).minutes / 60)
  const [part] = Object.entries(DAY_PART_HOURS).find(([, { from, until }]) => from <= hour && hour < until) ?? ['night']
  return part as DayPart
}

/** The crowd with what costs time to work out. */
export const knownBy = (crowd: Planted[], writtenAt: (one: Planted) => number) =>
  crowd
    .filter(({ state, suspended }) => state === 'approved' && !suspended)
    .map((one) => ({ one, starts: startsOf(one, writtenAt(one), 14) }))
export type Known = ReturnType<typeof knownBy>

/** The numbers of those who fit, in order. */
export function expected(known: Known, wish: Wish, now: number): number[] {
  const week = now + 7 * DAY
  const fits = ({ one, starts }: Known[number]): boolean => {
    const {
      q,
      skill,
      language,
      price_min_minor: least = 0,
      price_max_minor: most,
      experience_min,
      rating_min,
      available_part,
    } = wish
    const price = cheapest(one, wish.currency)
    const has_price = wish.price_min_minor === undefined && most === undefined
    return (
      (q === undefined || (folded(q).length > 0 && fieldsFor(one, q) !== undefined)) &&
      (!skill?.length || one.skills.some((key) => skill.some((asked) => isBelow(key, asked)))) &&
      (!language?.length || one.languages.some((code) => language.includes(code))) &&
      (has_price || (price >= least && price <= (most ?? Number.MAX_SAFE_INTEGER - 1))) &&
      (experience_min === undefined || (one.years ?? -1) >= experience_min) &&
      (rating_min === undefined || Math.round(score(one) / 10) >= Math.round(rating_min * 10)) &&
      (!wish.free_intro || one.offers.some(({ is_intro }) => is_intro)) &&
      (!wish.available || (starts[0] ?? Infinity) < week) &&
      (!available_part?.length || starts.some((at) => at < week && available_part.includes(partOf(at, wish.time_zone))))
    )
  }
  const value: Record<MentorSort, (known: Known[number]) => number> = {
    relevance: ({ one }) => -(wish.q === undefined ? 0 : fieldsFor(one, wish.q)! * 1e9) - one.sessions,
    sessions: ({ one }) => -one.sessions,
    newest: ({ one }) => -one.joined_at,
    experience: ({ one }) => -(one.years ?? -1),
    rating: ({ one }) => -score(one),
    soonest: ({ starts }) => starts[0] ?? 8.64e15,
    price: ({ one }) => cheapest(one, wish.currency),
  }
  const falls = !['soonest', 'price'].includes(wish.sort)
  return known
    .filter(fits)
    .map((each) => ({ number: each.one.number, value: value[wish.sort](each) }))
    .toSorted((a, b) => a.value - b.value || (falls ? b.number - a.number : a.number - b.number))
    .map(({ number }) => number)
}
