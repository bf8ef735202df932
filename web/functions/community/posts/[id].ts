import { builtPage, NOT_INDEXED, page, withHead, type Wire } from '../../document'
import { postHead } from './post-head'

/**
 * A post's page. The API is asked as a visitor: what it tells them is official and may be found; everything else is the
 * plain document, which says nothing about whether there is such a post.
 */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { origin } = new URL(wire.request.url)
  const address = `${origin}/api/community/posts/${encodeURIComponent(wire.params.id ?? '')}/`
  const [html, answer] = await Promise.all([builtPage(wire), wire.env.API.fetch(address)])
  if (!answer.ok) return page(html, 200, NOT_INDEXED)
  const post: Parameters<typeof postHead>[0] = await answer.json()
  return page(withHead(html, postHead(post, origin)), 200, {})
}
