import { expect, test } from '@playwright/test'
import { call, freeTimes, join, logIn, someone } from './world'

test('a student shares a goal, the mentor proposes a step, and the student takes it', async ({ browser }) => {
  const [mentor, student] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([logIn(mentor, 'meera'), join(student, 'Aiming Aya')])
  const terms = { title: 'With Aya', minutes: 30, amount_minor: 0, currency: 'INR', kind: 'intro' }
  const offer = await call(mentor.request, 'post', '/api/mentor/offers/', terms)
  const { mentor_id } = await call(mentor.request, 'get', '/api/auth/me/')
  const [, , time] = await freeTimes(student, {
    mentor_id,
    name: 'Meera',
    from_offer: { id: offer.id, amount_minor: 0 },
  })
  const wish = { mentor_id, offer_id: offer.id, start_time: time!.start_time, time_zone: 'Asia/Kolkata' }
  const { booking } = await call(student.request, 'post', '/api/student/book-session/', wish)

  const page = await student.newPage()
  await page.goto(`/sessions/${booking.id}`)
  await page.getByRole('link', { name: 'Set a goal' }).click()
  await page.getByLabel('A new goal').fill('Write a parser')
  await page.getByRole('button', { name: 'Add goal' }).click()
  await page.getByRole('textbox', { name: /Next step towards .*Write a parser/ }).fill('Choose a grammar')
  await page.getByRole('button', { name: 'Add step' }).click()
  await page.getByRole('checkbox', { name: /Choose a grammar.* is done/ }).check()
  await expect(page.getByText('1 of 1 step')).toBeVisible()

  await page.goto(`/sessions/${booking.id}`)
  await page.getByRole('checkbox', { name: 'Write a parser' }).check()
  await expect(page.getByRole('checkbox', { name: 'Write a parser' })).toBeEnabled()

  const seen = await mentor.newPage()
  await seen.goto(`/sessions/${booking.id}`)
  const goals = seen.getByRole('region', { name: /Goals of .*Aiming Aya/ })
  await expect(goals.getByText('1 of 1 step')).toBeVisible()
  await goals.getByRole('textbox').fill('Read one aloud')
  await goals.getByRole('button', { name: 'Propose' }).click()
  await expect(goals.getByText(/waits for .*Aiming Aya/)).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: /Take .*Read one aloud/ }).click()
  await expect(page.getByText('1 of 2 steps')).toBeVisible()
  await seen.reload()
  await expect(goals.getByText('1 of 2 steps')).toBeVisible()
  await expect(goals.getByText(/waits for/)).toHaveCount(0)
})
