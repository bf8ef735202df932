export interface Mentioned {
  display_id: string
  name: string
}

const ID = /(?<![\p{L}\p{N}_@])@([MS]\d{6,12})(?![\p{L}\p{N}_])/gu
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** As a person writes it: names in place of the ids that are kept. */
export const shownText = (stored: string, people: readonly Mentioned[]): string =>
  stored.replace(ID, (whole, id: string) => {
    const person = people.find(({ display_id }) => display_id === id)
    return person ? `@${person.name}` : whole
  })

/** As it is kept: the ids of those who were chosen, the longest names first, so that "Ann" is not found in "Anna Lee". */
export function storedText(shown: string, people: readonly Mentioned[]): string {
  const longest = people.toSorted((a, b) => b.name.length - a.name.length)
  return longest.reduce((text, { name, display_id }) => {
    const named = new RegExp(`(?<![\\p{L}\\p{N}_@])@${escaped(name)}(?![\\p{L}\\p{N}_])`, 'gu')
    return text.replace(named, `@${display_id}`)
  }, shown)
}

const BEGUN = /(?:^|[\s([{"'“‘])@([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*)?)?$/u

/** What stands behind the @ that the caret is at, and where that @ is; nothing where no name is being typed. */
export function beingNamed(text: string, caret: number): { search: string; from: number } | undefined {
  const before = text.slice(0, caret)
  const found = BEGUN.exec(before)
  if (!found) return undefined
  const search = found[1] ?? ''
  return { search, from: caret - search.length - 1 }
}
