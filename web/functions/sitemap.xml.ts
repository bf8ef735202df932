import type { Wire } from './document'
import { xml } from './sitemaps/xml'

/** The index: one sitemap of pages, one of events, one of what AspireX wrote, and one for each month in which mentors joined. */
export async function onRequestGet({ request, env }: Wire): Promise<Response> {
  const { origin } = new URL(request.url)
  const answer = await env.API.fetch(`${origin}/api/sitemap/`)
  if (!answer.ok) return new Response(null, { status: 503, headers: { 'retry-after': '300' } })
  const { months }: { months: string[] } = await answer.json()
  const parts = ['pages', 'events', 'posts', ...months].map(
    (part) => `<sitemap><loc>${origin}/sitemaps/${part}.xml</loc></sitemap>`,
  )
  return xml('sitemapindex', parts)
}
