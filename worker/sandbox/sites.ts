import * as z from 'zod'
import type { Environment } from '../lib/environment'

/** What a site of somebody says at one address: a page, a calendar, a picture, or the way to another. */
export const Site = z.strictObject({
  url: z.url({ protocol: /^https$/, hostname: /(^|\.)example\.com$/ }),
  html: z.string().max(400_000).optional(),
  ics: z.string().max(2_000_000).optional(),
  base64: z.base64().max(1_900_000).optional(),
  redirect_to: z.string().max(500).optional(),
})

const named = (url: string): string => `site:${url}`

export const plantSite = ({ DB }: Environment, site: z.output<typeof Site>): Promise<unknown> =>
  DB.prepare('insert into development (name, value) values (?1, ?2) on conflict (name) do update set value = ?2')
    .bind(named(site.url), JSON.stringify(site))
    .run()

/** Everything below example.com is played here, because nobody has it; undefined for the real web. */
export async function siteAnswer({ DB }: Environment, url: string): Promise<Response | undefined> {
  if (!/(^|\.)example\.com$/.test(new URL(url).hostname)) return undefined
  const json = await DB.prepare('select value from development where name = ?').bind(named(url)).first<string>('value')
  if (json === null) return new Response('No such page', { status: 404 })
  const { html = '', ics, base64, redirect_to } = JSON.parse(json) as z.output<typeof Site>
  if (redirect_to) return new Response(null, { status: 302, headers: { location: redirect_to } })
  if (ics !== undefined) return new Response(ics, { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
  if (base64 !== undefined) return new Response(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)))
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
