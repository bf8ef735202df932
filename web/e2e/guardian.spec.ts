import { expect, test } from '@playwright/test'
import { bookingPage, call, freeTimes, join, letterTo, mentorNamed, pathIn, someone } from './world'

test('somebody of sixteen asks a parent, who agrees without an account, and then books', async ({ browser }) => {
  const [child, parent] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await join(child, 'Sixteen Sana')
  const year = new Date().getUTCFullYear() - 16
  await call(child.request, 'put', '/api/student/profile/', { date_of_birth: `${year}-01-01` })
  const mentor = await mentorNamed(child, 'Wanjiru')
  const [, , time] = await freeTimes(child, mentor)
  const page = await child.newPage()
  await page.goto(bookingPage(mentor, time!.start_time))
  await page.getByLabel('What you want from it').fill('Help with my first project.')
  await page.getByRole('button', { name: /^Hold / }).click()
  await expect(page.getByText('A parent or guardian has to agree first')).toBeVisible()
  const email = `parent.${Date.now()}@example.com`
  await page.getByLabel('Their e-mail').fill(email)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: `Ask ${email}` }).click()
  await expect(page.getByText('Asked', { exact: true })).toBeVisible()

  const theirs = await parent.newPage()
  await theirs.goto(pathIn(await letterTo(parent.request, email, 'guardian_request'), '/guardian'))
  await expect(theirs.getByText(/is under 18 and wants to learn with/)).toBeVisible()
  await theirs.getByLabel('Your name').fill('Pat Parent')
  await theirs.getByRole('checkbox').check()
  await theirs.getByRole('button', { name: 'I agree', exact: true }).click()
  await expect(theirs.getByText(/You agreed to sessions with/)).toBeVisible()

  await expect(page.getByText(/your guardian agreed/).first()).toBeVisible()
  await expect(page.getByLabel('What you want from it')).toHaveValue('Help with my first project.')
  await page.getByRole('button', { name: /^Hold / }).click()
  await expect(page.getByText(/is held for you/)).toBeVisible()
  await theirs.getByRole('button', { name: 'Take my consent back' }).click()
  await expect(theirs.getByText(/You do not agree to sessions with/)).toBeVisible()
})
