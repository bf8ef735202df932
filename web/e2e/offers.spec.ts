import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { call, join, logIn, mentorNamed, pay, someone } from './world'

/** Somebody who teaches, and whom no other test books, so that nobody else meets a closed door. */
async function teaching(browser: Browser, name: string): Promise<{ mentor: BrowserContext; id: string }> {
  const mentor = await someone(browser, 'Asia/Kolkata')
  await logIn(mentor, name)
  return { mentor, id: (await call(mentor.request, 'get', '/api/mentor/profile/')).mentor_id }
}

async function addOffer(page: Page, title: string, fill: () => Promise<void>): Promise<void> {
  await page.goto('/availability')
  await page.getByRole('button', { name: 'Add an offer' }).first().click()
  await page.getByLabel('What is it called?').fill(title)
  await fill()
  await page.getByRole('button', { name: 'Add an offer' }).last().click()
  await expect(page.getByRole('button', { name: `Change ${title}` })).toBeVisible()
}

test('a group with dearer later seats is offered, shown with its next price, asked for and agreed', async ({
  browser,
}) => {
  const { mentor, id } = await teaching(browser, 'kavitha')
  const desk = await mentor.newPage()
  await addOffer(desk, 'Critique circle', async () => {
    await desk.getByRole('radio', { name: /^Group/ }).check()
    await desk.getByLabel('Price of a seat').fill('20')
    await desk.getByLabel('How many seats?').fill('3')
    await desk.getByRole('button', { name: 'Another price for later seats' }).click()
    await desk.getByLabel('From seat', { exact: true }).fill('2')
    await desk.getByLabel(/^Each costs/).fill('30')
    await desk.getByRole('dialog').getByText('Who may book').click()
    await desk.getByRole('switch', { name: /I confirm each booking/ }).check()
    await desk.getByRole('dialog').getByText('Questions to the student').click()
    await desk.getByRole('button', { name: 'Add a question' }).click()
    await desk.getByLabel('Question 1', { exact: true }).fill('What shall we look at?')
    await desk.getByLabel('Has to be answered').check()
  })

  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Asking Anu')
  const page = await student.newPage()
  await page.goto(`/mentors/${id}`)
  await page.getByRole('radio', { name: /Critique circle/ }).check()
  await expect(page.getByText(/^Seats 2 to 3: .*30 each$/).first()).toBeVisible()
  await page
    .getByRole('button', { name: /3 seats · .*20/ })
    .first()
    .click()
  await page.getByRole('link', { name: /^Continue with/ }).click()
  await expect(page.getByText('3 seats are left')).toBeVisible()
  await page.getByRole('button', { name: /^Hold / }).click()
  await expect(page.getByText('Please answer this.')).toBeVisible()
  await page.getByLabel('What shall we look at?').fill('My second case study.')
  await page.getByRole('button', { name: /^Hold / }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review and ask' })).toBeVisible()
  await expect(page.getByRole('table').getByText(/all of it/)).toBeVisible()
  await page.getByRole('link', { name: /^Pay .* and ask$/ }).click()
  await pay(page, 'It succeeds')
  await expect(page.getByRole('heading', { level: 1, name: 'You have asked' })).toBeVisible()
  await expect(page.getByText(/answers by .* all of it comes back/)).toBeVisible()

  const { items } = await call(mentor.request, 'get', '/api/bookings/?when=to_answer')
  const asked = items.find((one: { offer_title: string }) => one.offer_title === 'Critique circle')
  expect(asked.questions.map((one: { id: string }) => asked.answers[one.id])).toEqual(['My second case study.'])
})

test('a mentor who pauses says so everywhere, and tells whoever waits when that ends', async ({ browser }) => {
  const { mentor, id } = await teaching(browser, 'sujata')
  const settings = await mentor.newPage()
  await settings.goto('/availability')
  await settings.getByRole('radio', { name: /Nobody new for now/ }).check()
  await expect(settings.getByText('Saved').first()).toBeVisible()

  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Waiting Wanda')
  const page = await student.newPage()
  await page.goto(`/mentors/${id}`)
  await expect(page.getByText(/takes no new students for now/)).toBeVisible()
  await page.getByRole('button', { name: 'Tell me when a time opens' }).click()
  await expect(page.getByRole('button', { name: 'You are told when a time opens' })).toBeVisible()

  await settings.getByRole('radio', { name: /By request/ }).check()
  await expect(async () => {
    const { items } = await call(student.request, 'get', '/api/notifications/')
    expect(items.some((one: { kind: string }) => one.kind === 'time_opened')).toBe(true)
  }).toPass({ timeout: 30_000 })
  await page.reload()
  await expect(page.getByText('By request').first()).toBeVisible()
})

test('times of one’s own are proposed from the page of a mentor @thumb', async ({ browser, isMobile }) => {
  const student = await browser.newContext({
    timezoneId: 'Europe/Berlin',
    ...(isMobile && { viewport: { width: 360, height: 740 } }),
  })
  await join(student, 'Proposing Pia')
  const { mentor_id: id } = await mentorNamed(student, 'Kabir')
  const page = await student.newPage()
  await page.goto(`/mentors/${id}`)
  await page.getByRole('button', { name: 'See times' }).click()
  await page.getByRole('button', { name: 'Propose a time' }).click()
  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Time', { exact: true }).fill('05:10')
  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(page.getByText(/has your proposal/)).toBeVisible()
  await expect(page).toHaveURL(/\/sessions/)
  const { items } = await call(student.request, 'get', '/api/bookings/')
  expect(items).toMatchObject([{ state: 'pending', proposal_id: expect.any(String) }])
  await page.goto(`/mentors/${id}`)
  await page.getByRole('button', { name: 'See times' }).click()
  await expect(page.getByText(/has not answered yet/)).toBeVisible()
})
