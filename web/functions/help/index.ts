import { builtPage, page, withHead, type Wire } from '../document'
import { shareImage } from '../pages'
import { help_description, help_title } from '../words'
import { builtCards } from './articles'

/** The help centre, with a link to each article for readers without scripts. */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const [html, cards] = await Promise.all([builtPage(wire), builtCards(wire)])
  const head = {
    title: `${help_title} · AspireX`,
    description: help_description,
    canonical: `${origin}/help`,
    image: shareImage(origin),
    type: 'website' as const,
    words: [help_title, help_description],
    links: cards.map(({ slug, title }) => ({ href: `/help/${slug}`, words: title })),
  }
  return page(withHead(html, head), 200, {})
}
