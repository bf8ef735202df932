import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import {
  bookingPage,
  bookingState,
  call,
  freeTimes,
  holdAndGoToPay,
  join,
  logIn,
  newAddress,
  NEW_PASSWORD,
  ORIGIN,
  pay,
  codeFor,
  someone,
} from './world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', end: '20:00' }))
const BANK = {
  method: 'bank',
  legal_name: 'Bina Busy',
  country: 'IN',
  account_number: '001234567890',
  ifsc: 'HDFC0001234',
}

const moveTo = (context: BrowserContext, at: number) =>
  call(context.request, 'post', '/sandbox/clock/', { now: new Date(at).toISOString() })
/** The amount beside a name in a list of them, in minor units of rupees. */
const amountOf = async (page: Page, name: string): Promise<number> => {
  const text = await page.locator('.sums > div').filter({ hasText: name }).locator('dd').innerText()
  return Math.round(Number(text.replace(/[^\d.-]/g, '')) * 100)
}
/** Available, held, on its way, and the sum of them as the page shows it. */
const sums = async (page: Page): Promise<number[]> => {
  await page.goto('/earnings')
  const names = ['Available', 'Held until', 'On its way', 'Yours in all']
  await expect(page.locator('.sums')).toBeVisible()
  return Promise.all(names.map((name) => amountOf(page, name)))
}

interface Teaching {
  mentor_id: string
  offers: { id: string; amount_minor: number }[]
}

/** A mentor who is approved, with a week, a bank account, and these offers. */
async function teaches(mentor: BrowserContext, staff: BrowserContext, offers: object[]): Promise<Teaching> {
  const email = newAddress('Bina Busy')
  const person = {
    name: 'Bina Busy',
    email,
    password: NEW_PASSWORD,
    accepted_terms: true,
    time_zone: 'Asia/Kolkata',
    date_of_birth: '1985-02-03',
  }
  await call(mentor.request, 'post', '/api/auth/mentor/register/', person)
  await call(mentor.request, 'post', '/api/auth/verify-email/', { code: await codeFor(mentor.request, email) })
  const { mentor_id } = await call(mentor.request, 'get', '/api/auth/me/')
  await call(mentor.request, 'put', '/api/mentor/availability/', { time_zone: 'Asia/Kolkata', weekly: EVERY_DAY })
  const made = []
  for (const offer of offers) made.push(await call(mentor.request, 'post', '/api/mentor/offers/', offer))
  await call(mentor.request, 'put', '/api/mentor/payout-profile/', { ...BANK, password: NEW_PASSWORD })
  const decision = { decision: 'approve', reason: 'The evidence was read.' }
  await call(staff.request, 'post', `/api/admin/mentor-applications/${mentor_id}/decision/`, decision)
  return { mentor_id, offers: made }
}

test('a busy week of a mentor is lived through, and every amount at its end is the sum of its lines', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const [mentor, staff, wanda, walt, wren] = (await Promise.all(
    ['Asia/Kolkata', 'UTC', 'Asia/Kolkata', 'Europe/Lisbon', 'Asia/Kolkata'].map((zone) => someone(browser, zone)),
  )) as [BrowserContext, BrowserContext, BrowserContext, BrowserContext, BrowserContext]
  await logIn(staff, 'admin')
  for (const [context, name] of [
    [wanda, 'Week Wanda'],
    [walt, 'Week Walt'],
    [wren, 'Week Wren'],
  ] as const)
    await join(context, name)
  const { mentor_id, offers } = await teaches(mentor, staff, [
    { title: 'One hour', minutes: 60, amount_minor: 100_000, currency: 'INR' },
    { title: 'By request', minutes: 60, amount_minor: 80_000, currency: 'INR', needs_confirmation: true },
  ])
  const listed = (nth: number) => ({ mentor_id, name: 'Bina Busy', from_offer: offers[nth]! })
  const [desk, hers, his, other] = (await Promise.all(
    [mentor, wanda, walt, wren].map((context) => context.newPage()),
  )) as [Page, Page, Page, Page]

  // Three of them book and pay; the second one asks first.
  const buy = async (context: BrowserContext, page: Page, nth: number, which: number) => {
    const times = await freeTimes(context, listed(nth))
    const { start_time } = times[which]!
    await page.goto(bookingPage(listed(nth), start_time))
    const id = await holdAndGoToPay(page)
    await pay(page, 'It succeeds')
    await expect(page.getByRole('heading', { name: /^(You are booked|You have asked)/ })).toBeVisible()
    return { id, start: Date.parse(start_time) }
  }
  const first = await buy(wanda, hers, 0, 0)
  const second = await buy(walt, his, 1, 14)
  const third = await buy(wren, other, 0, 26)

  // The mentor says yes to the request on the page that opens the day.
  await desk.goto('/home')
  await desk.getByRole('link', { name: /Open the request of .*Week Walt/ }).click()
  await desk.getByRole('button', { name: /^Confirm / }).click()
  await expect(desk.getByText(/^Confirmed\./)).toBeVisible()
  expect(await bookingState(walt, second.id)).toBe('confirmed')

  // The third cannot come and has all of it back, with a note that takes the invoice back.
  await other.goto(`/sessions/${third.id}`)
  await other.getByRole('button', { name: /^Cancel, refund/ }).click()
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel, refund ₹1,000/ })
    .click()
  await expect(other.getByText(/is on its way back/).first()).toBeVisible()
  await other.goto('/payments')
  await expect(other.getByText(/Refund of ₹1,000/).first()).toBeVisible()
  await other.goto('/payments?tab=invoices')
  await expect(other.getByText(/^Credit note /).first()).toBeVisible()
  const file = other.waitForEvent('download')
  await other
    .getByRole('link', { name: /^Download the PDF/ })
    .first()
    .click()
  expect((await file).suggestedFilename()).toMatch(/\.pdf$/)

  // What a calendar program would read.
  const { url } = await call(mentor.request, 'post', '/api/calendar-feed/')
  const events = (await (await mentor.request.get(url)).text()).split('BEGIN:VEVENT').slice(1)
  const states = events.map((event) => /STATUS:(\w+)/.exec(event)?.[1])
  expect(states.toSorted()).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED'])

  // Both sessions take place.
  for (const [page, session] of [
    [hers, first],
    [his, second],
  ] as const) {
    await moveTo(staff, session.start - 5 * MINUTE)
    for (const one of [desk, page]) await one.goto(`/meetings/${session.id}`)
    for (const one of [desk, page]) await expect(one.getByText('Everybody is here.')).toBeVisible()
    await moveTo(staff, session.start + HOUR + MINUTE)
    await expect.poll(() => bookingState(mentor, session.id)).toBe('completed')
  }
  expect(await sums(desk)).toEqual([0, 162_000, 0, 162_000])

  // One writes a review, the other feedback; then both can read, and the mentor replies.
  await hers.goto(`/sessions/${first.id}`)
  await hers.getByRole('radio', { name: '5 stars' }).press('Space')
  await hers.getByLabel(/What was it like/).fill('Clear and kind.')
  await hers.getByRole('button', { name: 'Send review' }).click()
  await expect(hers.getByText(/^Hidden until/)).toBeVisible()
  await desk.goto(`/sessions/${first.id}`)
  await desk.getByLabel(/What went well/).fill('You asked good questions.')
  await desk.getByRole('button', { name: 'Send feedback' }).click()
  await expect(desk.getByText('Clear and kind.')).toBeVisible()
  await hers.reload()
  await expect(hers.getByText('You asked good questions.')).toBeVisible()
  await desk.goto('/reviews')
  await desk.getByRole('button', { name: /^Your reply to/ }).click()
  await desk.getByLabel(/^Your reply to/).fill('Come back soon.')
  await desk.getByRole('button', { name: 'Publish reply' }).click()
  await expect(desk.getByText('Come back soon.')).toBeVisible()
  const visitor = await (await browser.newContext({ baseURL: ORIGIN })).newPage()
  await visitor.goto(`/mentors/${mentor_id}`)
  await expect(visitor.getByText('Come back soon.')).toBeVisible()

  // Three days later it is the mentor's, and goes to the bank.
  await moveTo(staff, second.start + 75 * HOUR)
  await expect.poll(() => sums(desk)).toEqual([162_000, 0, 0, 162_000])
  await desk.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^Withdraw ₹1,620/ })
    .click()
  await expect(desk.getByText('Waits for approval')).toBeVisible()
  expect(await sums(desk)).toEqual([0, 0, 162_000, 162_000])
  const [asked] = (await call(mentor.request, 'get', '/api/mentor/withdrawals/')).items
  await call(staff.request, 'post', `/api/admin/withdrawals/${asked.id}/decision/`, {
    decision: 'approve',
    reason: 'All in order',
  })
  await call(staff.request, 'post', '/api/admin/payout-exports/')
  await call(staff.request, 'post', `/api/admin/withdrawals/${asked.id}/outcome/`, {
    outcome: 'paid',
    reference: 'HDFC0001',
  })
  expect(await sums(desk)).toEqual([0, 0, 0, 0])
  await expect(desk.getByText('Reference of the bank: HDFC0001')).toBeVisible()
  await expect(desk.getByText('Paid out so far: ₹1,620.00')).toBeVisible()

  // What the lines say: paid in three times, back once, out once.
  const { items } = await call(mentor.request, 'get', '/api/mentor/earnings/lines/?currency=INR')
  const sumOf = (kind: string) =>
    items
      .filter((line: { kind: string }) => line.kind === kind)
      .reduce((sum: number, line: { amount_minor: number }) => sum + line.amount_minor, 0)
  expect(['captured', 'refunded', 'released', 'paid_out'].map((kind) => Math.abs(sumOf(kind)))).toEqual([
    252_000, 90_000, 162_000, 162_000,
  ])
})
