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
  expect(pages.join('')).toContain(`<loc>${ORIGIN}/help/cancel-and-refunds</loc>`)
})

test('every public page of the sitemap is there with a head and words of its own', async ({ request }) => {
  const sitemap = await (await request.get(`${ORIGIN}/sitemaps/pages.xml`)).text()
  const all = sitemap.match(/(?<=<loc>)[^<]+/g) ?? []
  // Lists that are drawn from what is in them.
  const addresses = all.filter((one) => !['/mentors', '/badges'].includes(new URL(one).pathname))
  expect(addresses.length).toBeGreaterThan(25)
  const titles = new Map<string, string>()
  for (const address of addresses) {
    const answer = await request.get(address)
    const html = await answer.text()
    expect(answer.status(), address).toBe(200)
    expect(html, address).toContain(`<link rel="canonical" href="${address}" />`)
    expect(metaOf(html, 'description')?.length, address).toBeGreaterThan(20)
    expect(/<noscript><p>/.test(html), address).toBe(true)
    titles.set(/<title>([^<]+)/.exec(html)?.[1] ?? '', address)
  }
  expect(titles.size).toBe(addresses.length)
  expect((await request.get(`${ORIGIN}/help/no-such-article`)).status()).toBe(404)
  expect((await request.get(`${ORIGIN}/share.png`)).headers()['content-type']).toBe('image/png')
})

test('the landing page carries its first words, and a visitor comes from there to an answer in the help centre', async ({
  page,
  request,
}) => {
  const html = await (await request.get(`${ORIGIN}/`)).text()
  expect(html).toMatch(/<div id="root"><div class="early"/)
  const refused: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.early')).toHaveCount(0)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Help' }).click()
  await page.getByRole('searchbox').fill('refun')
  await page.getByRole('link', { name: /^Cancel a session/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cancel a session and get money back' })).toBeVisible()
  await expect(page).toHaveTitle(/^Cancel a session and get money back/)
  expect(refused).toEqual([])
})
