import { useSearchParams } from '@solidjs/router'
import { MENTOR_SORTS, type MentorSort } from '../../../worker/contract/mentors.constants'
import type { MentorSearch } from './mentors.calls'

type Wish = Record<string, string | string[] | undefined>

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const oneOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** The URL is the search: what it says, and nothing that it does not. */
export function searchOf(wish: Wish): MentorSearch {
  const price = Number(oneOf(wish.price_max_minor))
  const sort = oneOf(wish.sort) as MentorSort
  const search: MentorSearch = {}
  if (oneOf(wish.q)?.trim()) search.q = oneOf(wish.q)!.trim()
  if (listOf(wish.skill).length) search.skill = listOf(wish.skill)
  if (listOf(wish.language).length) search.language = listOf(wish.language)
  if (Number.isSafeInteger(price) && price > 0) search.price_max_minor = price
  if (MENTOR_SORTS.includes(sort)) search.sort = sort
  return search
}

export function useMentorSearch() {
  const [wish, setWish] = useSearchParams<Wish>()
  const search = () => searchOf(wish)
  const toggled = (list: string[], value: string) =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
  const set = (change: Wish) => setWish(change, { replace: true, scroll: false })
  return {
    search,
    setWords: (q: string) => set({ q: q || undefined }),
    setSort: (sort: string) => set({ sort }),
    setPrice: (minor: number | undefined) => set({ price_max_minor: minor?.toString() }),
    toggleSkill: (skill: string) => set({ skill: toggled(listOf(wish.skill), skill) }),
    toggleLanguage: (code: string) => set({ language: toggled(listOf(wish.language), code) }),
    clear: () => set({ skill: undefined, language: undefined, price_max_minor: undefined }),
    /** How many filters are in use, the words apart. */
    count: () => {
      const { skill, language, price_max_minor } = search()
      return (skill?.length ?? 0) + (language?.length ?? 0) + (price_max_minor ? 1 : 0)
    },
  }
}

export type MentorSearching = ReturnType<typeof useMentorSearch>
