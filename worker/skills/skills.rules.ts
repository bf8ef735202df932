import listed from './taxonomy.json'

export interface Skill {
  /** A word for addresses; never changes. */
  id: string
  name: string
  /** Other names that people look for it by. */
  aliases: string[]
  parent?: string
  related: string[]
}

export const taxonomy: readonly Skill[] = listed

const byId = new Map(taxonomy.map((skill) => [skill.id, skill]))
const childrenOf = Map.groupBy(
  taxonomy.filter(({ parent }) => parent !== undefined),
  ({ parent }) => parent,
)

/** "Front-End", "front end" and "frontend" are one word; "C", "C++" and "C#" are three. Marks of Indic scripts stay. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}+#]/gu, '')

const byWord = new Map(
  taxonomy.flatMap(({ id, name, aliases }) => [id, name, ...aliases].map((word) => [fold(word), id] as const)),
)

/** The taxonomy's id of a name, of another name or of an id. */
export const resolve = (word: string): string | undefined => byWord.get(fold(word))

/** What `mentor_skills.skill_key` holds: the taxonomy's id or, for a word that it does not know, the word in lower case. */
export const keyOf = (word: string): string => resolve(word) ?? word.toLowerCase()

export const skillOf = (id: string): Skill | undefined => byId.get(id)
export const nameOf = (id: string): string | undefined => byId.get(id)?.name
export const partsOf = (id: string): readonly Skill[] => childrenOf.get(id) ?? []

/** The ids with everything below them: who looks for "Backend" finds who lists "Django". Unknown ids stay as they are. */
export const withChildren = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => [id, ...withChildren(partsOf(id).map((part) => part.id))])),
]

/** A word that staff have added to the taxonomy: a skill of its own, or another name of one. */
export interface AddedWord {
  key: string
  skill_id: string
  name: string
}

/** The words that only the added ones can explain. */
export const unknownWords = (words: readonly string[]): string[] =>
  words.filter((word) => resolve(word) === undefined).map(fold)

export interface Settled {
  key: string
  name: string
}

/** A list as a person typed it: known words by their own names, others as typed, nothing twice. */
export function settle(words: readonly string[], added: readonly AddedWord[]): Settled[] {
  const settled = new Map<string, Settled>()
  for (const word of words) {
    const known = added.find(({ key }) => key === fold(word))
    const key = resolve(word) ?? known?.skill_id ?? word.toLowerCase()
    if (!settled.has(key)) settled.set(key, { key, name: nameOf(key) ?? known?.name ?? word })
  }
  return [...settled.values()]
}

export const namesOf = (words: readonly string[], added: readonly AddedWord[]): string[] =>
  settle(words, added).map(({ name }) => name)

/** A word for addresses, from a name in any script. */
export const slugOf = (name: string): string =>
  name
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    .split(/[\s\-./_&]+/)
    .map(fold)
    .filter(Boolean)
    .join('-')
