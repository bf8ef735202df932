import { expect, test, type Page } from '@playwright/test'
import { call, join, letterTo, logIn, pathIn, someone } from './world'

const PROFILE = {
  headline: 'Keeps old ferries on time',
  bio: 'Nine years of timetables for ferries that are older than I am. I help people to read systems that nobody documented, and to write down what they find.',
  expertise: ['Go'],
  company: 'Harbour Ferries',
}
const WORDS = {
  experience: 'Nine years with timetables, four of them leading a team of five people.',
  motivation: 'Somebody once took the time to explain the tides to me, and I want to pass that on.',
}

/** Joined, of age and with the mentor role; nothing of the application is written. */
async function mentorToBe(page: Page, name: string, profile: object = PROFILE): Promise<string> {
  const { request } = page.context()
  await join(page.context(), name)
  const { mentor_id } = await call(request, 'post', '/api/auth/mentor/register/', { accepted_terms: true })
  await call(request, 'post', '/api/mentor/detail/', profile)
  return mentor_id
}

async function writeWords(page: Page): Promise<void> {
  await page.getByLabel('Your experience', { exact: true }).fill(WORDS.experience)
  await page.getByLabel('Why you want to teach', { exact: true }).fill(WORDS.motivation)
  await page.getByLabel('Why you want to teach', { exact: true }).blur()
  await expect(page.getByText('Draft saved')).toBeVisible()
}

const standing = (page: Page) => page.getByRole('region', { name: 'Mentor application' })
const checks = (page: Page) => page.getByRole('region', { name: 'What was checked' })

test('a student applies on the same account, is refused with a reason and improves it @phone', async ({ browser }) => {
  test.slow()
  const [mine, staff] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await join(mine, 'Applying Anvi')
  const page = await mine.newPage()

  await test.step('takes the mentor role without logging in again and sees what is missing', async () => {
    await page.goto('/application')
    await page.getByRole('checkbox', { name: /terms for mentors/ }).check()
    await page.getByRole('button', { name: 'Become a mentor' }).click()
    await expect(standing(page).getByText('Not sent yet')).toBeVisible()
    await expect(standing(page).getByRole('listitem')).toHaveCount(5)
    await standing(page).getByRole('button', { name: 'Send application' }).click()
    await expect(standing(page).getByText('Not sent: something is still missing.')).toBeVisible()
  })

  await test.step('writes, and what was written is there after a reload', async () => {
    await writeWords(page)
    await page.reload()
    await expect(page.getByLabel('Your experience', { exact: true })).toHaveValue(WORDS.experience)
    await expect(standing(page).getByRole('listitem')).toHaveCount(3)
    await standing(page)
      .getByRole('link', { name: /^Open profile/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/settings\/profile/)
    await call(mine.request, 'post', '/api/mentor/detail/', PROFILE)
    await page.goto('/application')
  })

  await test.step('sends it and sees until when there is an answer', async () => {
    await expect(standing(page).getByText('Everything is here.')).toBeVisible()
    await standing(page).getByRole('button', { name: 'Send application' }).click()
    await expect(standing(page).getByText('With us')).toBeVisible()
    await expect(standing(page).getByText(/We answer by \w+day, .* IST/)).toBeVisible()
    await expect(standing(page).getByRole('link', { name: 'Set offers and week' })).toBeVisible()
    await expect(page.getByLabel('Your experience', { exact: true })).toHaveCount(0)
  })

  await test.step('sees at once that somebody reads it, and what they decided', async () => {
    await logIn(staff, 'admin')
    const { mentor_id } = await call(mine.request, 'get', '/api/mentor/application/')
    const act = (path: string, body: object = {}) =>
      call(staff.request, 'post', `/api/admin/mentor-applications/${mentor_id}/${path}/`, body)
    await act('review')
    await expect(standing(page).getByText('Being read')).toBeVisible()
    await act('decision', { decision: 'refuse', reason: 'Show us one timetable that you made.' })
    await expect(standing(page).getByText('Show us one timetable that you made.')).toBeVisible()
    await expect(standing(page).getByText(/send it again, from \w+day, .* IST/)).toBeVisible()
    await expect(standing(page).getByRole('button', { name: /^Send/ })).toHaveCount(0)
  })

  await test.step('improves it meanwhile', async () => {
    await page.getByRole('button', { name: 'Add a link' }).click()
    await page.getByLabel('Link 1', { exact: true }).fill('nonsense')
    await page.getByLabel('Link 1', { exact: true }).blur()
    await expect(page.getByLabel('Link 1', { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('Link 1', { exact: true }).fill('https://ferries.example.com/timetable')
    await page.getByLabel('Link 1', { exact: true }).blur()
    await expect(page.getByText('Draft saved')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Link 1', { exact: true })).toHaveValue('https://ferries.example.com/timetable')
  })
})

test('somebody who was refused more than a week ago sends it again, and can take it back', async ({ browser }) => {
  const context = await someone(browser, 'Asia/Kolkata')
  await logIn(context, 'ammini')
  const page = await context.newPage()
  await page.goto('/application')
  await expect(standing(page).getByText(/We liked how you write/)).toBeVisible()
  await page
    .getByLabel('Why you want to teach')
    .fill('Because four trainees of mine became partners, and they asked me to.')
  await standing(page).getByRole('button', { name: 'Send it again' }).click()
  await expect(standing(page).getByText('With us')).toBeVisible()
  await expect(page.getByText('Because four trainees')).toBeVisible()
  await standing(page).getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(standing(page).getByText('Not sent yet')).toBeVisible()
  await expect(page.getByLabel('Why you want to teach', { exact: true })).toHaveValue(/four trainees/)
})

test('an address at the company and a page of one’s own are proven, and the mentor page says how', async ({
  browser,
}) => {
  const [context, staff] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  const page = await context.newPage()
  const site = `https://page-${Date.now()}.example.com/`
  const mentor_id = await mentorToBe(page, 'Proving Pari', { ...PROFILE, portfolio_url: site })
  await page.goto('/application')

  const address = `pari.${Date.now()}@harbour-ferries.example.com`
  await checks(page).getByLabel('Your e-mail address at').fill('pari@gmail.com')
  await checks(page).getByRole('button', { name: 'Send the link' }).click()
  await expect(checks(page).getByText(/Anybody can have an address there/)).toBeVisible()
  await checks(page).getByLabel('Your e-mail address at').fill(address)
  await checks(page).getByRole('button', { name: 'Send the link' }).click()
  await expect(checks(page).getByText(/A link is on its way/)).toBeVisible()
  await page.goto(pathIn(await letterTo(context.request, address, 'company_email_proof'), '/application/company-email'))
  await page.getByRole('link', { name: 'See my application' }).click()
  await expect(checks(page).getByText(/Works at .*Harbour Ferries.*harbour-ferries\.example\.com/)).toBeVisible()

  const { snippet } = await call(context.request, 'get', '/api/mentor/application/')
  await call(context.request, 'post', '/sandbox/sites/', { url: site, html: `<h1>Pari</h1>${snippet}` })
  await checks(page)
    .getByRole('button', { name: /^Read / })
    .click()
  await expect(checks(page).getByText(/is theirs, proven by a link/)).toBeVisible()

  await logIn(staff, 'admin')
  await call(staff.request, 'post', `/api/admin/mentor-applications/${mentor_id}/decision/`, {
    decision: 'approve',
    reason: 'We know the ferries',
  })
  await page.goto(`/mentors/${mentor_id}`)
  const said = page.getByRole('region', { name: 'Checked' })
  await expect(said.getByRole('listitem')).toHaveCount(2)
  await expect(said.getByRole('link', { name: 'Have more checked' })).toBeVisible()
})

test('a mentor page names what was checked, when and by whom, and calls nothing verified @phone', async ({ page }) => {
  await page.goto('/mentors/M000001')
  const said = page.getByRole('region', { name: 'Checked' })
  await expect(said.getByText(/^Identity, checked by our staff, \w+ \d{4}$/)).toBeVisible()
  await expect(
    said.getByText(/Works at .*Sahyadri Mobility.*, checked by an e-mail to sahyadri-mobility/),
  ).toBeVisible()
  await expect(said.getByRole('link')).toHaveCount(0)
  const { items } = await call(page.request, 'get', '/api/mentors/?q=Priya')
  await page.goto(`/mentors/${items[0].mentor_id}`)
  await expect(page.getByRole('heading', { name: 'About' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Checked' })).toHaveCount(0)
  await expect(page.getByText(/verified/i)).toHaveCount(0)
})
