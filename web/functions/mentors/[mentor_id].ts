import { builtPage, NOT_INDEXED, page, withHead, type Wire } from '../document'
import { mentorHead } from './mentor-head'

/** A mentor's page with its own title, preview and data, so that it can be found and shared. */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const address = `${origin}/api/mentors/${encodeURIComponent(wire.params.mentor_id ?? '')}/`
  const [html, answer] = await Promise.all([builtPage(wire), wire.env.API.fetch(address)])
  if (!answer.ok) return page(html, answer.status === 404 ? 404 : 200, NOT_INDEXED)
  const mentor: Parameters<typeof mentorHead>[0] = await answer.json()
  return page(withHead(html, mentorHead(mentor, origin)), 200, mentor.searchable ? {} : NOT_INDEXED)
}
