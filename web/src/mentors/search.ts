import { useSearchParams } from '@solidjs/router'
import { DAY_PARTS, MENTOR_SORTS, type DayPart, type MentorSort } from '../../../worker/contract/mentors.constants'
import { RATINGS_SOUGHT } from '../../../worker/contract/reviews.constants'
import type { MentorSearch } from './mentors.calls'

type Wish = Record<string, string | string[] | undefined>

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const oneOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** A whole number above zero, or nothing. */
function numberOf(value: string | string[] | undefined): number | undefined {
  const number = Number(oneOf(value))
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

const partsOf = (wish: Wish): DayPart[] => DAY_PARTS.filter((part) => listOf(wish.available_part).includes(part))

/** The URL is the search: what it says, and nothing that it does not. */
export function searchOf(wish: Wish): MentorSearch {
  const said = {
    q: oneOf(wish.q)?.trim() || undefined,
    skill: listOf(wish.skill).length > 0 ? listOf(wish.skill) : undefined,
    language: listOf(wish.language).length > 0 ? listOf(wish.language) : undefined,
    currency: /^[A-Z]{3}$/.test(oneOf(wish.currency) ?? '') ? oneOf(wish.currency) : undefined,
    price_min_minor: numberOf(wish.price_min_minor),
    price_max_minor: numberOf(wish.price_max_minor),
    experience_min: numberOf(wish.experience_min),
    rating_min: RATINGS_SOUGHT.find((rating) => String(rating) === oneOf(wish.rating_min)),
    free_intro: oneOf(wish.free_intro) === 'true' ? ('true' as const) : undefined,
    available: oneOf(wish.available) === 'true' ? ('true' as const) : undefined,
    available_part: partsOf(wish).length > 0 ? partsOf(wish) : undefined,
    sort: MENTOR_SORTS.find((sort) => sort === oneOf(wish.sort)),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as MentorSearch
}

/** Whatever narrows the list; the words, the order and the currency of prices stay when it is cleared. */
const FILTERS = [
  'skill',
  'language',
  'price_min_minor',
  'price_max_minor',
  'experience_min',
  'rating_min',
  'free_intro',
  'available',
  'available_part',
] as const

const toggled = (list: string[], value: string): string[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

export function useMentorSearch() {
  const [wish, setWish] = useSearchParams<Wish>()
  const search = () => searchOf(wish)
  const set = (change: Wish) => setWish(change, { replace: true, scroll: false })
  return {
    search,
    setWords: (q: string) => set({ q: q || undefined }),
    setSort: (sort: MentorSort | undefined) => set({ sort }),
    /** Prices of one currency mean nothing in another. */
    setCurrency: (currency: string) => set({ currency, price_min_minor: undefined, price_max_minor: undefined }),
    setPrice: (from: number | undefined, to: number | undefined) =>
      set({ price_min_minor: from?.toString(), price_max_minor: to?.toString() }),
    setExperience: (years: number | undefined) => set({ experience_min: years?.toString() }),
    setRating: (rating: number | undefined) => set({ rating_min: rating?.toString() }),
    setFreeIntro: (wanted: boolean) => set({ free_intro: wanted ? 'true' : undefined }),
    setAvailable: (available: boolean) => set({ available: available ? 'true' : undefined }),
    togglePart: (part: DayPart) => set({ available_part: toggled(listOf(wish.available_part), part) }),
    setSkills: (skills: string[]) => set({ skill: skills.length > 0 ? skills : undefined }),
    toggleSkill: (skill: string) => set({ skill: toggled(listOf(wish.skill), skill) }),
    toggleLanguage: (code: string) => set({ language: toggled(listOf(wish.language), code) }),
    clear: () => set(Object.fromEntries(FILTERS.map((name) => [name, undefined]))),
    /** How many filters are in use. A price range is one. */
    count: () => {
      const { skill, language, available_part, ...one } = search()
      const lists = [skill, language, available_part].reduce((sum, list) => sum + (list?.length ?? 0), 0)
      const price = one.price_min_minor ?? one.price_max_minor
      return lists + [price, one.experience_min, one.rating_min, one.free_intro, one.available].filter(Boolean).length
    },
  }
}

export type MentorSearching = ReturnType<typeof useMentorSearch>
