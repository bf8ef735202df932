import { CARDS, type Card } from './articles'

export type Found = Card

const FOUND_MOST = 8
/** Beneath this length two words are the same only where they are equal. */
const LEAST_PREFIX = 3
const WEIGHT = { title: 6, keywords: 4, words: 1 } as const
/** Of what the best article reaches; weaker ones are chance. */
const WORTH = 0.15

type Entry = { card: Card; by: Record<keyof typeof WEIGHT, string[]> }

const wordsIn = (text: string): string[] => text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []

let index: Promise<Entry[]> | undefined
const entries = (): Promise<Entry[]> =>
  (index ??= import('./words').then(({ WORDS }) =>
    WORDS.flatMap(({ slug, keywords, words }) => {
      const card = CARDS.find((one) => one.slug === slug)
      if (!card) return []
      return [{ card, by: { title: wordsIn(card.title), keywords: wordsIn(keywords), words: words.split(' ') } }]
    }),
  ))

/** "refun" finds "refunds", and "refunds" finds "refund". */
function likeness(asked: string, word: string): number {
  if (asked === word) return 1
  const [short, long] = asked.length < word.length ? [asked, word] : [word, asked]
  if (short.length < LEAST_PREFIX || !long.startsWith(short)) return 0
  return short === asked || long.length - short.length < 4 ? 0.7 : 0
}

const best = (asked: string, words: string[]): number => Math.max(0, ...words.map((word) => likeness(asked, word)))

function scoreOf(asked: string, { by }: Entry): number {
  return Math.max(...(['title', 'keywords', 'words'] as const).map((where) => WEIGHT[where] * best(asked, by[where])))
}

/**
 * The help articles that a few words, or a whole sentence, are about; the best first. A word counts by how rare it is,
 * so that a ticket's "I cannot" says little and its "refund" much.
 */
export async function articlesFor(query: string): Promise<Found[]> {
  const asked = [...new Set(wordsIn(query))].filter((word) => word.length > 1)
  if (asked.length === 0) return []
  const all = await entries()
  const scores = all.map((entry) => asked.map((word) => scoreOf(word, entry)))
  const rarity = asked.map(
    (_, i) => Math.log(all.length / Math.max(1, scores.filter((row) => row[i]! > 0).length)) + 0.05,
  )
  const ranked = all
    .map(({ card }, row) => ({ card, score: rarity.reduce((sum, rare, i) => sum + rare * scores[row]![i]!, 0) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.card.title.localeCompare(b.card.title))
  const worth = (ranked[0]?.score ?? 0) * WORTH
  return ranked
    .filter(({ score }) => score >= worth)
    .slice(0, FOUND_MOST)
    .map(({ card }) => card)
}
