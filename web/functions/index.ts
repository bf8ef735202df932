import { builtPage, page, withHead, type Wire } from './document'
import { carried } from './carried'
import { early } from './landing-early'
import { shareImage } from './pages'
import * as words from './words'

/** https://schema.org/WebSite, with the search that it has. */
const siteData = (origin: string) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: 'AspireX',
  url: `${origin}/`,
  potentialAction: {
    '@type': 'SearchAction',
    target: `${origin}/mentors?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
})

export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const head = {
    title: `${words.landing_title} · AspireX`,
    description: words.landing_description,
    canonical: `${origin}/`,
    image: shareImage(origin),
    type: 'website' as const,
    data: siteData(origin),
    words: [
      words.landing_title,
      words.landing_lead,
      words.landing_how_pick_words,
      words.landing_how_pay_words,
      words.landing_how_leave_words,
      words.landing_cost_lead,
    ],
  }
  const { html, policy } = await carried(early(withHead(await builtPage(wire), head)), wire)
  return page(html, 200, policy ? { 'Content-Security-Policy': policy } : {})
}
