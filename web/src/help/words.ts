/** What the articles are searched by; fetched with the first search. */
export const WORDS = Object.values(
  import.meta.glob<{ slug: string; keywords: string; words: string }>('./articles/*.md', {
    query: '?words',
    import: 'default',
    eager: true,
  }),
)
