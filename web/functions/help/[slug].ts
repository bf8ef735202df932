import { builtPage, NOT_INDEXED, page, shortened, withHead, type Head, type Wire } from '../document'
import { shareImage } from '../pages'
import { help_title } from '../words'
import { builtArticle, type BuiltArticle } from './articles'

function headOf({ slug, title, summary, updated, lines }: BuiltArticle, origin: string): Head {
  const canonical = `${origin}/help/${slug}`
  return {
    title: `${title} · AspireX`,
    description: shortened(summary),
    canonical,
    image: shareImage(origin),
    type: 'article',
    data: {
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: title,
      description: summary,
      url: canonical,
      dateModified: updated,
    },
    words: [title, ...lines],
    links: [{ href: '/help', words: help_title }],
  }
}

/** A help article that can be read and found without scripts. */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const [html, article] = await Promise.all([builtPage(wire), builtArticle(wire, wire.params.slug ?? '')])
  return article ? page(withHead(html, headOf(article, origin)), 200, {}) : page(html, 404, NOT_INDEXED)
}
