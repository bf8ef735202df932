import { fold, nameOf, skillOf, taxonomy, type AddedWord } from './skills.rules'

export interface Hit {
  id: string
  name: string
  parent: string | null
  /** The other name it was found by. */
  matched: string | null
  /** 0 is the very word. */
  rank: number
}

const MOST_HITS = 80

const tokensOf = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}+#]+/u).map(fold)

/** How well a label answers: 0 the same, 1 begins with it, 2 each typed word begins one of its words, else undefined. */
function rankOf(label: string, whole: string, words: string[]): number | undefined {
  const folded = fold(label)
  if (folded === whole) return 0
  if (folded.startsWith(whole)) return 1
  const tokens = tokensOf(label)
  return words.every((word) => tokens.some((token) => token.startsWith(word))) ? 2 : undefined
}

/** A skill's own name goes before its other names. */
function bestOf(
  labels: string[],
  whole: string,
  words: string[],
): { rank: number; matched: string | null } | undefined {
  const ranked = labels.flatMap((label, i) => {
    const rank = rankOf(label, whole, words)
    return rank === undefined ? [] : [{ rank: rank * 2 + (i === 0 ? 0 : 1), matched: i === 0 ? null : label }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]
}

const parentOf = (id: string): string | null => nameOf(skillOf(id)?.parent ?? '') ?? null

export const hitOf = (id: string, name: string): Hit => ({ id, name, parent: parentOf(id), matched: null, rank: 0 })

/** What the taxonomy itself answers to the beginning of a word, the best first. */
export function findInTaxonomy(q: string): Hit[] {
  const [whole, words] = [fold(q), tokensOf(q).filter(Boolean)]
  if (whole === '') return []
  const hits = taxonomy.flatMap((skill) => {
    const best = bestOf([skill.name, ...skill.aliases], whole, words)
    return best ? [{ ...hitOf(skill.id, skill.name), ...best }] : []
  })
  return hits.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_HITS)
}

/** The taxonomy's hits and the added words as one list: nothing twice, the better match first, then the more taught. */
export function ranked(
  hits: Hit[],
  added: (AddedWord & { word: string })[],
  mentors: ReadonlyMap<string, number>,
  q: string,
): Hit[] {
  const more = added.map(({ key, skill_id, name, word }) => ({
    ...hitOf(skill_id, name),
    matched: key === fold(name) ? null : word,
    rank: key === fold(q) ? 0 : 2,
  }))
  const first = new Map<string, Hit>()
  for (const hit of [...hits, ...more]) {
    if ((first.get(hit.id)?.rank ?? Infinity) > hit.rank) first.set(hit.id, hit)
  }
  const taught = ({ id }: Hit) => mentors.get(id) ?? 0
  return [...first.values()].toSorted(
    (a, b) => a.rank - b.rank || taught(b) - taught(a) || a.name.localeCompare(b.name),
  )
}
