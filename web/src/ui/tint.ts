const TINTS = ['clay', 'straw', 'sage', 'lagoon', 'iris', 'rose'] as const
export type Tint = (typeof TINTS)[number]

/** The same person has the same tint on every page and every load. */
export function tintOf(name: string): Tint {
  let hash = 0
  for (const letter of name.normalize('NFC')) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0
  return TINTS[hash % TINTS.length]!
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const firstOf = (word: string) => [...graphemes.segment(word)][0]?.segment ?? ''

/** First letters of the first and the last word, in any script: "Ananya Iyer" → "AI". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstOf(words[0] ?? '')
  const last = words.length > 1 ? firstOf(words.at(-1)!) : ''
  return (first + last).toLocaleUpperCase()
}
