/** In the order in which the help centre tells them. */
export const CATEGORIES = ['learning', 'money', 'talking', 'mentoring', 'community', 'account'] as const
export type Category = (typeof CATEGORIES)[number]

export type Card = { slug: string; title: string; category: Category; summary: string; order: number }
export type Article = Card & { updated: string; html: string }

export const CARDS: Card[] = Object.values(
  import.meta.glob<Card>('./articles/*.md', { query: '?card', import: 'default', eager: true }),
).toSorted((a, b) => a.order - b.order)

const bodies = import.meta.glob<Article>('./articles/*.md', { import: 'default' })

/** The article of an address, or null where there is none. */
export const articleOf = async (slug: string): Promise<Article | null> =>
  (await bodies[`./articles/${slug}.md`]?.()) ?? null
