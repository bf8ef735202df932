import { expect, type APIRequestContext, type Browser, type BrowserContext, type Page } from '@playwright/test'

export const ORIGIN = `http://localhost:${process.env.E2E_PORT ?? '4173'}`

/** A browser of one's own, in a zone of one's own. */
export const someone = (browser: Browser, timezoneId: string): Promise<BrowserContext> =>
  browser.newContext({ timezoneId, baseURL: ORIGIN })

const headers = { origin: ORIGIN }

/** The JSON of an API call as this context, which must succeed. */
export async function call<T = any>(
  request: APIRequestContext,
  method: 'get' | 'post',
  path: string,
  data?: unknown,
): Promise<T> {
  const response = await request[method](`${ORIGIN}${path}`, { headers, ...(data !== undefined && { data }) })
  expect(response.ok(), `${method} ${path}: ${response.status()} ${response.ok() ? '' : await response.text()}`).toBe(
    true,
  )
  return response.json()
}

export const logIn = (context: BrowserContext, name: string): Promise<{ user: { id: string } }> =>
  call(context.request, 'post', '/api/auth/login/', { email: `${name}@example.com`, password: 'aspirex-demo' })

let newcomers = 0
/** A student who joined just now, signed in with a cookie. */
export function join(context: BrowserContext, name: string): Promise<{ user: { id: string; email: string } }> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${process.pid}.${++newcomers}@example.com`
  const body = { name, email, password: 'a good long one', accepted_terms: true, time_zone: 'Asia/Kolkata' }
  return call(context.request, 'post', '/api/auth/student/register/', body)
}

interface Listed {
  mentor_id: string
  name: string
  from_offer: { id: string; amount_minor: number }
}

export async function mentorNamed(context: BrowserContext, name: string): Promise<Listed> {
  const { items } = await call(context.request, 'get', `/api/mentors/?q=${encodeURIComponent(name)}`)
  return items[0]
}

/** Free times of a mentor's cheapest offer from tomorrow on. */
export async function freeTimes(context: BrowserContext, mentor: Listed): Promise<{ start_time: string }[]> {
  const { now } = await call(context.request, 'get', '/sandbox/')
  const from = new Date(Date.parse(now) + 86_400_000)
  const to = new Date(from.getTime() + 10 * 86_400_000)
  const query = new URLSearchParams({ offer_id: mentor.from_offer.id, from: from.toISOString(), to: to.toISOString() })
  return (await call(context.request, 'get', `/api/mentors/${mentor.mentor_id}/slots/?${query}`)).items
}

/** The page on which this time of the mentor's cheapest offer is about to be held. */
export const bookingPage = (mentor: Listed, start: string): string =>
  `/book/${mentor.mentor_id}?offer_id=${mentor.from_offer.id}&start=${encodeURIComponent(start)}`

/** Holds the time of a booking page and goes on to where it is paid. */
export async function holdAndGoToPay(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Hold / }).click()
  await page.getByRole('link', { name: /^Pay / }).click()
  await page.waitForURL(/\/checkout\//)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Opens the sandbox's sheet with what is chosen and lets the payment end like this. */
export async function pay(
  page: Page,
  ending: 'It succeeds' | 'It stays pending, then succeeds' | 'The bank declines it',
): Promise<void> {
  await page.getByRole('button', { name: /^(Pay|Try again)/ }).click()
  await page.getByRole('dialog', { name: 'Sandbox payment' }).getByRole('button', { name: ending }).click()
}

export const bookingState = async (context: BrowserContext, id: string): Promise<string> =>
  (await call(context.request, 'get', `/api/bookings/${id}/`)).state
