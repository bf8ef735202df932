import { createMemo } from 'solid-js'
import type { ListedMentor } from './mentors.calls'
import type { MentorSearching } from './search'

export type Facets = { skills: string[]; languages: string[] }

const MOST_SKILLS = 14

/** The most frequent ones, with whatever is chosen among them. */
function frequent(words: string[], chosen: string[], most: number): string[] {
  const counts = new Map<string, number>(chosen.map((word) => [word, Infinity]))
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const kept = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).slice(0, most)
  return kept.map(([word]) => word).sort((a, b) => a.localeCompare(b))
}

/** Whatever was seen stays on offer, so that a filter never takes away its own way back. */
export function createFacets(mentors: () => ListedMentor[], searching: MentorSearching) {
  const seen = createMemo<Map<string, ListedMentor>>(
    (before) => new Map([...before, ...mentors().map((one) => [one.mentor_id, one] as const)]),
    new Map(),
  )
  return createMemo<Facets>(() => {
    const all = [...seen().values()]
    const { skill = [], language = [] } = searching.search()
    return {
      skills: frequent(
        all.flatMap((one) => one.skills),
        skill,
        Math.max(MOST_SKILLS, skill.length),
      ),
      languages: frequent(
        all.flatMap((one) => one.languages),
        language,
        Infinity,
      ),
    }
  })
}
