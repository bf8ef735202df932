import type { Wire } from '../document'
import { builtCards } from '../help/articles'
import { PUBLIC_PAGES } from '../pages'
import { xml } from './xml'

const PAGES = ['/', '/mentors', '/events', '/badges', '/help', ...Object.keys(PUBLIC_PAGES)]

async function pagesOf(wire: Wire): Promise<string[]> {
  const cards = await builtCards(wire)
  return [...PAGES, ...cards.map(({ slug }) => `/help/${slug}`)]
}

/** `/sitemaps/pages.xml`, `/sitemaps/events.xml`, `/sitemaps/posts.xml`, or `/sitemaps/2026-11.xml` with the mentors who joined in that month. */
export async function onRequestGet(wire: Wire): Promise<Response> {
  const { request, env, params } = wire
  const { origin } = new URL(request.url)
  const part = /^([\w-]+)\.xml$/.exec(params.part ?? '')?.[1]
  if (part === 'pages')
    return xml(
      'urlset',
      (await pagesOf(wire)).map((path) => entry(origin + path)),
    )
  if (part === 'posts') return officialPosts(wire, origin)
  const answer = part ? await env.API.fetch(`${origin}/api/sitemap/${part}/`) : undefined
  if (!answer?.ok) return new Response(null, { status: answer && answer.status >= 500 ? 503 : 404 })
  if (part === 'events') {
    const { events }: { events: { id: string; updated_at: string }[] } = await answer.json()
    return xml(
      'urlset',
      events.map(({ id, updated_at }) => entry(`${origin}/events/${id}`, updated_at)),
    )
  }
  const { mentor_ids }: { mentor_ids: string[] } = await answer.json()
  return xml(
    'urlset',
    mentor_ids.map((id) => entry(`${origin}/mentors/${id}`)),
  )
}

/** The latest of what AspireX itself wrote: all else is for members. */
async function officialPosts({ env }: Wire, origin: string): Promise<Response> {
  const answer = await env.API.fetch(`${origin}/api/community/official/?limit=100`)
  if (!answer.ok) return new Response(null, { status: 503 })
  const { items }: { items: { id: string; published_at: string; edited_at: string | null }[] } = await answer.json()
  return xml(
    'urlset',
    items.map((post) => entry(`${origin}/community/posts/${post.id}`, post.edited_at ?? post.published_at)),
  )
}

const entry = (address: string, changed?: string): string =>
  `<url><loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`
