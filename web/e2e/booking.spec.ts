import { expect, test } from '@playwright/test'
import {
  bookingPage,
  bookingState,
  freeTimes,
  holdAndGoToPay,
  join,
  logIn,
  mentorNamed,
  pay,
  sayBirthDate,
  signUp,
  someone,
  typeCode,
  call,
  ORIGIN,
} from './world'

test('two students race for one time, and the slower one is offered others', async ({ browser }) => {
  const [first, second] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Europe/Berlin')]
  await Promise.all([join(first, 'Quick Quinn'), join(second, 'Slow Sam')])
  const mentor = await mentorNamed(first, 'Tomás')
  const [, time] = await freeTimes(first, mentor)
  const pages = [await first.newPage(), await second.newPage()]
  await Promise.all(pages.map((page) => page.goto(bookingPage(mentor, time!.start_time))))
  await pages[1]!.getByLabel('What you want from it').fill('These words must stay.')
  await Promise.all(pages.map((page) => page.getByRole('button', { name: /^Hold / }).click()))
  const held = (page: (typeof pages)[0]) => page.getByText(/is held for you/)
  const taken = (page: (typeof pages)[0]) => page.getByText(/was taken a moment ago/)
  for (const page of pages) await expect(held(page).or(taken(page)).first()).toBeVisible()
  const won = await Promise.all(pages.map((page) => held(page).isVisible()))
  expect(won.filter(Boolean)).toHaveLength(1)

  const loser = pages[won.indexOf(false)]!
  if (won.indexOf(false) === 1)
    await expect(loser.getByLabel('What you want from it')).toHaveValue('These words must stay.')
  const others = loser.getByRole('group', { name: /free/i }).getByRole('button')
  await expect(others).toHaveCount(3)
  await others.first().click()
  await loser.getByRole('button', { name: /^Hold / }).click()
  await expect(held(loser)).toBeVisible()
})

test('a payment confirms the session although the browser closes before it returns', async ({ browser }) => {
  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Closing Clara')
  const mentor = await mentorNamed(student, 'Meera')
  const [time] = await freeTimes(student, mentor)
  const page = await student.newPage()
  await page.goto(bookingPage(mentor, time!.start_time))
  const id = await holdAndGoToPay(page)
  await expect(page.getByRole('button', { name: /^Pay / })).toBeEnabled()
  const { order } = await call(student.request, 'post', '/api/mentor/create-order/', { booking_id: id })
  await page.close()
  await student.request.post(`${ORIGIN}/sandbox/razorpay/orders/${order.razorpay_order_id}/pay/`, {
    data: { outcome: 'captured' },
  })
  await expect.poll(() => bookingState(student, id)).toBe('confirmed')
  const again = await student.newPage()
  await again.goto('/sessions')
  await expect(again.getByText('Meera Raghavan').first()).toBeVisible()
})

test('a declined payment keeps the time, another way pays, and nothing is charged twice', async ({ browser }) => {
  const student = await someone(browser, 'Asia/Kolkata')
  await join(student, 'Declined Dev')
  const mentor = await mentorNamed(student, 'Nikhil')
  const [time] = await freeTimes(student, mentor)
  const page = await student.newPage()
  await page.goto(bookingPage(mentor, time!.start_time))
  const id = await holdAndGoToPay(page)
  await pay(page, 'The bank declines it')
  await expect(page.getByText(/Nothing was charged/)).toBeVisible()
  await expect(page.getByText(/stays yours for/)).toBeVisible()
  await page.getByText('Card', { exact: true }).click()
  await pay(page, 'It stays pending, then succeeds')
  await expect(page.getByRole('heading', { name: 'You are booked' })).toBeVisible({ timeout: 20_000 })
  const booking = await call(student.request, 'get', `/api/bookings/${id}/`)
  expect(booking).toMatchObject({
    state: 'confirmed',
    order: { state: 'captured', amount_minor: booking.amount_minor },
  })
})

test('a chosen time and the words for it survive signing up', async ({ page, context }) => {
  const mentor = await mentorNamed(context, 'Lucía')
  const [time] = await freeTimes(context, mentor)
  await page.goto(bookingPage(mentor, time!.start_time))
  await page.getByLabel('What you want from it').fill('Typed before I had an account.')
  await page.getByRole('link', { name: 'Join and continue' }).click()
  const email = await signUp(page, 'Late Joiner')
  await typeCode(page, email)
  await expect(page.getByLabel('What you want from it')).toHaveValue('Typed before I had an account.')
  await page.getByRole('button', { name: /^Hold / }).click()
  await sayBirthDate(page)
  await expect(page.getByText(/is held for you/)).toBeVisible()
})

test('a mentor who signs up today sets offers and hours, is approved, and is booked today', async ({ browser }) => {
  const [mentor, staff, student] = await Promise.all(
    ['Asia/Kolkata', 'UTC', 'Asia/Kolkata'].map((zone) => someone(browser, zone)),
  )
  const page = await mentor!.newPage()
  await page.goto('/signup?as=mentor')
  await typeCode(page, await signUp(page, 'Greta Today'))
  await page.getByRole('button', { name: 'Add an offer' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is it called?').fill('First steps in Rust')
  await dialog.getByLabel('Price', { exact: true }).fill('750')
  await dialog.getByRole('button', { name: 'Add an offer' }).click()
  await expect(page.getByText('First steps in Rust').first()).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
    await page.getByRole('button', { name: `Add hours on ${day}` }).click()
  }
  await page.getByRole('button', { name: 'Save hours' }).click()
  await expect(page.getByText('Hours saved.').first()).toBeVisible()

  const { mentor_id } = await call(mentor!.request, 'get', '/api/auth/me/')
  await logIn(staff!, 'admin')
  const decision = { decision: 'approve', reason: 'The evidence was read.' }
  await call(staff!.request, 'post', `/api/admin/mentor-applications/${mentor_id}/decision/`, decision)
  await expect(page.getByText(/Your mentor profile is approved/).first()).toBeVisible()

  await join(student!, 'Early Ezra')
  const listed = await mentorNamed(student!, 'Greta Today')
  const [time] = await freeTimes(student!, listed)
  const booking = await student!.newPage()
  await booking.goto(bookingPage(listed, time!.start_time))
  await holdAndGoToPay(booking)
  await pay(booking, 'It succeeds')
  await expect(booking.getByRole('heading', { name: 'You are booked' })).toBeVisible()
  await expect(page.getByText(/Early Ezra booked/).first()).toBeVisible()
})

test('@thumb a session is found, booked and paid with a thumb', async ({ page, context }) => {
  await join(context, 'Thumb Tara')
  await page.goto('/mentors')
  await page.getByRole('searchbox').first().fill('elif')
  await page.getByRole('link', { name: /Elif Demir/ }).click()
  await page
    .getByRole('button', { name: 'See times' })
    .or(page.getByRole('link', { name: 'See times' }))
    .click()
  const sheet = page.getByRole('dialog')
  await sheet.locator('.week-strip button:not([disabled])').last().click()
  await sheet
    .getByRole('group', { name: /^Free times/ })
    .getByRole('button')
    .first()
    .click()
  await page
    .getByRole('link', { name: /^Continue with/ })
    .or(page.getByRole('button', { name: /^Continue with/ }))
    .last()
    .click()
  await holdAndGoToPay(page)
  await expect(page.getByRole('radio', { name: /UPI/ })).toBeChecked()
  await pay(page, 'It succeeds')
  await expect(page.getByRole('heading', { name: 'You are booked' })).toBeVisible()
})
