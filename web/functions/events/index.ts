import type { components } from '../../src/lib/contract.generated'
import { builtPage, page, withHead, type Wire } from '../document'
import { shareImage } from '../pages'
import { events_description_page, events_head_title, nav_events } from '../words'

const MOST = 50

/** The list of events, with a link to each of the next ones for readers without scripts. */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const [html, answer] = await Promise.all([
    builtPage(wire),
    wire.env.API.fetch(`${origin}/api/events/?when=upcoming&limit=${MOST}`),
  ])
  const { items }: components['schemas']['EventPage'] = answer.ok ? await answer.json() : { items: [] }
  const head = {
    title: `${events_head_title} · AspireX`,
    description: events_description_page,
    canonical: `${origin}/events`,
    image: shareImage(origin),
    type: 'website' as const,
    words: [nav_events, events_description_page],
    links: items.map(({ id, title }) => ({ href: `/events/${id}`, words: title })),
  }
  return page(withHead(html, head), 200, {})
}
