import { builtPage, NOT_INDEXED, page, withHead, type Wire } from '../document'
import { eventHead } from './event-head'

const GONE = [404, 422]

/** An event's page with its own title, preview and data, so that it can be found and shared; a draft is nobody's. */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const id = wire.params.id ?? ''
  // The form for a new one lies beside the events.
  if (id === 'new') return page(await builtPage(wire), 200, NOT_INDEXED)
  const address = `${origin}/api/events/${encodeURIComponent(id)}/`
  const [html, answer] = await Promise.all([builtPage(wire), wire.env.API.fetch(address)])
  if (!answer.ok) return page(html, GONE.includes(answer.status) ? 404 : 200, NOT_INDEXED)
  const event: Parameters<typeof eventHead>[0] = await answer.json()
  return event.is_published ? page(withHead(html, eventHead(event, origin)), 200, {}) : page(html, 404, NOT_INDEXED)
}
