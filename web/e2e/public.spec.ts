import { expect, test } from '@playwright/test'
import { mentorNamed, ORIGIN } from './world'

const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)?.[1] ?? 'null')
const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1]

test('a mentor’s page tells search engines and link previews who this is, and nothing to contact them by', async ({
  context,
  request,
}) => {
  const mira = await mentorNamed(context, 'Mira')
  const address = `${ORIGIN}/mentors/${mira.mentor_id}`
  const answer = await request.get(address)
  const html = await answer.text()
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-security-policy']).toContain("script-src 'self'")
  expect(html).toContain('<title>Mira Kulkarni · AspireX</title>')
  expect(html.match(/<title>/g)).toHaveLength(1)
  expect(metaOf(html, 'description')?.length).toBeGreaterThan(40)
  expect(html).toContain(`<link rel="canonical" href="${address}" />`)
  expect(metaOf(html, 'og:title')).toBe('Mira Kulkarni · AspireX')
  const picture = metaOf(html, 'og:image') ?? ''
  expect((await request.get(picture)).ok()).toBe(true)
  const data = dataOf(html)
  expect(data).toMatchObject({
    '@type': 'Person',
    name: 'Mira Kulkarni',
    url: address,
    jobTitle: 'Engineering manager',
  })
  expect(data.makesOffer[0]).toMatchObject({ '@type': 'Offer', priceCurrency: 'INR' })
  expect(html).not.toMatch(/[\w.]+@example\.com|telephone|email"/i)
})

test('a mentor who is not there is a 404 that is not indexed', async ({ request }) => {
  const answer = await request.get(`${ORIGIN}/mentors/M999999`)
  expect(answer.status()).toBe(404)
  expect(answer.headers()['x-robots-tag']).toBe('noindex')
})

test('robots and the sitemaps lead to every listed mentor', async ({ context, request }) => {
  const robots = await (await request.get(`${ORIGIN}/robots.txt`)).text()
  expect(robots).toContain('Disallow: /messages')
  const sitemap = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? ''
  const parts = (await (await request.get(sitemap)).text()).match(/(?<=<loc>)[^<]+/g) ?? []
  const pages = await Promise.all(parts.map(async (part) => (await request.get(part)).text()))
  const { mentor_id } = await mentorNamed(context, 'Mira')
  expect(pages.join('')).toContain(`<loc>${ORIGIN}/mentors/${mentor_id}</loc>`)
  expect(pages.join('')).toContain(`<loc>${ORIGIN}/mentors</loc>`)
})
