import { expect, type APIRequestContext, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'

export const ORIGIN = `http://localhost:${process.env.E2E_PORT ?? '4173'}`

/** A browser of one's own, in a zone of one's own. */
export const someone = (browser: Browser, timezoneId: string): Promise<BrowserContext> =>
  browser.newContext({ timezoneId, baseURL: ORIGIN })

const headers = { origin: ORIGIN }

/** The JSON of an API call as this context, which must succeed. */
export async function call<T = any>(
  request: APIRequestContext,
  method: 'get' | 'post' | 'put',
  path: string,
  data?: unknown,
): Promise<T> {
  const response = await request[method](`${ORIGIN}${path}`, { headers, ...(data !== undefined && { data }) })
  expect(response.ok(), `${method} ${path}: ${response.status()} ${response.ok() ? '' : await response.text()}`).toBe(
    true,
  )
  return response.json()
}

const PASSWORD = 'aspirex-demo'

/** Somebody of the seed world, with the second step where the account asks for it. */
export async function logIn(context: BrowserContext, name: string): Promise<{ user: { id: string } }> {
  const email = `${name}@example.com`
  const said = await call(context.request, 'post', '/api/auth/login/', { email, password: PASSWORD })
  return said.ticket ? showSecondFactor(context, email, said.ticket) : said
}

const STEP_MS = 30_000

/** The codes that an authenticator shows around now. One that another test has used is refused, so there are three. */
async function codesOf(context: BrowserContext, email: string): Promise<string[]> {
  const { now, accounts } = await call(context.request, 'get', '/sandbox/')
  const { totp_secret } = accounts.find((one: { email: string }) => one.email === email)
  const totp = new TOTP({ secret: totp_secret })
  return [-STEP_MS, 0, STEP_MS].map((offset) => totp.generate({ timestamp: Date.parse(now) + offset }))
}

async function showSecondFactor(context: BrowserContext, email: string, ticket: string) {
  for (const code of await codesOf(context, email)) {
    const data = { ticket, code }
    const response = await context.request.post(`${ORIGIN}/api/auth/login/totp/`, { headers, data })
    if (response.ok()) return response.json()
  }
  throw new Error('every code of this minute was used')
}

interface Letter {
  kind: string
  subject: string
  links: string[]
}

/** The newest letter of a kind to an address, as soon as it is there; `seen` letters of it came before. */
export async function letterTo(request: APIRequestContext, to: string, kind: string, seen = 0): Promise<Letter> {
  let letters: Letter[] = []
  const look = async () => {
    const address = `${ORIGIN}/sandbox/mailbox/?to=${encodeURIComponent(to)}`
    const { items } = await (await request.get(address, { headers: { accept: 'application/json' } })).json()
    letters = items.filter((one: Letter) => one.kind === kind)
    return letters.length
  }
  await expect.poll(look, { message: `${kind} to ${to}` }).toBeGreaterThan(seen)
  return letters[0]!
}

/** The six digits of the newest mail that proves an address. */
export async function codeFor(request: APIRequestContext, email: string, seen = 0): Promise<string> {
  const { subject } = await letterTo(request, email, 'email_verification', seen)
  return /\d{6}/.exec(subject)![0]
}

/** The path of a mailed link. */
export const pathIn = ({ links }: Letter, start: string): string => {
  const { pathname, search } = new URL(links.find((link) => link.includes(start))!)
  return pathname + search
}

let newcomers = 0
export const newAddress = (name: string): string =>
  `${name.toLowerCase().replaceAll(' ', '.')}.${process.pid}.${Date.now()}.${++newcomers}@example.com`

export const NEW_PASSWORD = 'quiet river stone'
const OF_AGE = '2001-02-03'

type Joined = { user: { id: string; email: string } }

/** A student who joined just now, signed in with a cookie; the code of the mail is not typed yet. */
export function joinUnproven(context: BrowserContext, name: string): Promise<Joined> {
  const body = {
    name,
    email: newAddress(name),
    password: NEW_PASSWORD,
    accepted_terms: true,
    time_zone: 'Asia/Kolkata',
  }
  return call(context.request, 'post', '/api/auth/student/register/', body)
}

/** The same, of age and with a proven address. */
export async function join(context: BrowserContext, name: string): Promise<Joined> {
  const joined = await joinUnproven(context, name)
  const { request } = context
  await call(request, 'post', '/api/auth/verify-email/', { code: await codeFor(request, joined.user.email) })
  await call(request, 'post', '/api/student/detail/', { date_of_birth: OF_AGE })
  return joined
}

/** Fills the form of the sign-up page and sends it; answers the address. */
export async function signUp(page: Page, name: string): Promise<string> {
  const email = newAddress(name)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: /^Join and/ }).click()
  return email
}

/** Types the code of the mail on the page that asks for it. */
export async function typeCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('Code of six digits').fill(await codeFor(page.request, email))
}

/** Answers the question that comes once, before somebody is reached. */
export async function sayBirthDate(page: Page): Promise<void> {
  await page.getByLabel('Day', { exact: true }).fill('3')
  await page.getByLabel('Month').selectOption({ index: 2 })
  await page.getByLabel('Year').fill('2001')
  await page.getByRole('button', { name: 'Save and go on' }).click()
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
