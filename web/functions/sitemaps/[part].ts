import type { Wire } from '../document'
import { xml } from './xml'

const PAGES = ['/', '/mentors', '/terms']

/** `/sitemaps/pages.xml`, or `/sitemaps/2026-11.xml` with the mentors who joined in that month. */
export async function onRequestGet({ request, env, params }: Wire): Promise<Response> {
  const { origin } = new URL(request.url)
  const part = /^([\w-]+)\.xml$/.exec(params.part ?? '')?.[1]
  if (part === 'pages')
    return xml(
      'urlset',
      PAGES.map((path) => entry(origin + path)),
    )
  const answer = part ? await env.API.fetch(`${origin}/api/sitemap/${part}/`) : undefined
  if (!answer?.ok) return new Response(null, { status: answer && answer.status >= 500 ? 503 : 404 })
  const { mentor_ids }: { mentor_ids: string[] } = await answer.json()
  return xml(
    'urlset',
    mentor_ids.map((id) => entry(`${origin}/mentors/${id}`)),
  )
}

const entry = (address: string): string => `<url><loc>${address}</loc></url>`
