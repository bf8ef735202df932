import type { Wire } from '../document'

export interface ArticleCard {
  slug: string
  title: string
  summary: string
}
export interface BuiltArticle extends ArticleCard {
  updated: string
  lines: string[]
}

/** What the build wrote beside the pages; an address that has none is answered with the SPA's document. */
async function built<T>({ env, request }: Wire, name: string): Promise<T | undefined> {
  const answer = await env.ASSETS.fetch(new URL(`/help-articles/${encodeURIComponent(name)}.json`, request.url))
  const isJson = answer.ok && answer.headers.get('content-type')?.includes('json')
  return isJson ? answer.json() : undefined
}

export const builtArticle = (wire: Wire, slug: string) => built<BuiltArticle>(wire, slug)
export const builtCards = async (wire: Wire): Promise<ArticleCard[]> =>
  (await built<ArticleCard[]>(wire, 'index')) ?? []
