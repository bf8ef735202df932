import { expect, test, type BrowserContext } from '@playwright/test'
import { join, logIn, ORIGIN, someone } from './world'

/** A day from now on the calendar that a date field takes. */
const dateIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function phoneOf(context: BrowserContext) {
  const page = await context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  return page
}

test('an event is planned, found and signed up for on a phone, and the next in line moves up', async ({ browser }) => {
  const [host, first, second] = await Promise.all([
    someone(browser, 'Asia/Kolkata'),
    someone(browser, 'Asia/Kolkata'),
    someone(browser, 'Europe/Berlin'),
  ])
  const title = `Reading code aloud ${Date.now()}`
  const link = 'https://meet.example.com/reading-aloud'
  await logIn(host, 'mira')
  const desk = await host.newPage()
  await desk.goto('/events')
  await desk.getByRole('link', { name: 'Make an event' }).click()
  await desk.getByLabel('Title').fill(title)
  await desk.getByLabel('What it is about').first().fill('Bring a **function** that you are proud of.')
  await desk.getByLabel('Begins on').fill(dateIn(10))
  await desk.getByLabel('Begins at').fill('19:00')
  await desk.getByLabel('Ends on').fill(dateIn(10))
  await desk.getByLabel('Ends at').fill('18:00')
  await desk.getByLabel('Online link').fill(link)
  await desk.getByLabel('Seats').fill('1')
  await desk.getByRole('button', { name: 'Publish' }).click()
  await expect(desk.getByText('It has to end after it begins.')).toBeVisible()
  await desk.reload()
  await expect(desk.getByLabel('Title')).toHaveValue(title)
  await desk.getByLabel('Ends at').fill('20:30')
  await desk.getByRole('button', { name: 'Publish' }).click()
  await expect(desk.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  const address = new URL(desk.url()).pathname

  await join(first, 'Early Esha')
  const phone = await phoneOf(first)
  await phone.goto('/events')
  await phone.getByRole('searchbox', { name: 'Search events' }).fill(title)
  await phone.getByRole('link', { name: title }).click()
  await expect(phone.getByText(link)).toHaveCount(0)
  await phone.getByRole('button', { name: 'Sign up' }).click()
  await expect(phone.getByRole('button', { name: 'You are going' })).toBeVisible()
  await expect(phone.getByRole('link', { name: link })).toBeVisible()

  await join(second, 'Patient Paula')
  const other = await phoneOf(second)
  await other.goto(address)
  await other.getByRole('button', { name: 'Join the waiting list' }).click()
  await expect(other.getByRole('button', { name: 'Waiting as 1st' })).toBeVisible()

  await phone.getByRole('button', { name: 'You are going' }).click()
  await phone.getByRole('button', { name: 'Give up my seat' }).click()
  await expect(phone.getByRole('button', { name: 'Join the waiting list' })).toBeVisible()
  // Told by the socket, without a reload.
  await expect(other.getByRole('button', { name: 'You are going' })).toBeVisible()

  const answer = await (await browser.newContext({ javaScriptEnabled: false })).request.get(ORIGIN + address)
  const html = await answer.text()
  const data = JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)?.[1] ?? 'null')
  expect(data).toMatchObject({
    '@type': 'Event',
    name: title,
    startDate: `${dateIn(10)}T19:00:00+05:30`,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    organizer: { '@type': 'Person', name: 'Mira Kulkarni' },
  })
  expect(html).toContain(`<meta property="og:title" content="${title} · AspireX" />`)
  expect(html).not.toContain(link)
  const sitemap = await (await host.request.get(`${ORIGIN}/sitemaps/events.xml`)).text()
  expect(sitemap).toContain(`<loc>${ORIGIN}${address}</loc>`)
})
