import { expect, test, type BrowserContext } from '@playwright/test'
import { bookingState, call, freeTimes, join, logIn, mentorNamed, someone } from './world'

const DAY = 86_400_000

/** A free session of somebody new with this mentor, on an offer made for it. */
async function booked(mentor: BrowserContext, student: BrowserContext, name: string, more: object = {}) {
  const terms = { title: `With ${name}`, minutes: 30, amount_minor: 0, currency: 'INR', kind: 'intro', ...more }
  const offer = await call(mentor.request, 'post', '/api/mentor/offers/', terms)
  const { mentor_id } = await call(mentor.request, 'get', '/api/auth/me/')
  const listed = { mentor_id, name, from_offer: { id: offer.id, amount_minor: 0 } }
  const [, , , time] = await freeTimes(student, listed)
  const wish = { mentor_id, offer_id: offer.id, start_time: time!.start_time, time_zone: 'Asia/Kolkata' }
  const { booking } = await call(student.request, 'post', '/api/student/book-session/', wish)
  return booking as { id: string; start_time: string; state: string }
}

test('a request is declined with a word, and the student reads it', async ({ browser }) => {
  const [mentor, student] = [await someone(browser, 'Europe/Lisbon'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([logIn(mentor, 'tomas'), join(student, 'Asking Ann')])
  const booking = await booked(mentor, student, 'Ann', { needs_confirmation: true })
  expect(booking.state).toBe('pending')

  const page = await mentor.newPage()
  await page.goto('/sessions')
  await page.getByRole('link', { name: /Open the request of .*Asking Ann/ }).click()
  await expect(page.getByRole('heading', { name: /Asking Ann.* asks for this time/ })).toBeVisible()
  await page.getByRole('button', { name: /^Decline / }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/A word to/).fill('I am away that week.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(page.getByText('You said no.')).toBeVisible()

  const seen = await student.newPage()
  await seen.goto(`/sessions/${booking.id}`)
  await expect(seen.getByText(/said no\./)).toBeVisible()
  await expect(seen.getByText('I am away that week.')).toBeVisible()
})

test('a student moves a session at once, and agrees to the other time that the mentor asks for', async ({
  browser,
}) => {
  const [mentor, student] = [await someone(browser, 'Europe/Lisbon'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([logIn(mentor, 'meera'), join(student, 'Moving Mo')])
  const booking = await booked(mentor, student, 'Mo')
  const page = await student.newPage()
  await page.goto(`/sessions/${booking.id}`)
  await page.getByRole('button', { name: 'Move it' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/It moves at once/)).toBeVisible()
  const free = dialog.getByRole('group', { name: /^Free times/ }).getByRole('button')
  await free.last().click()
  await dialog.getByRole('button', { name: /^Move it to / }).click()
  await expect(page.getByText(/You moved it from/)).toBeVisible()

  const other = await mentor.newPage()
  await other.goto(`/sessions/${booking.id}`)
  await other.getByRole('button', { name: 'Move it' }).click()
  const wish = other.getByRole('dialog')
  const day = new Date(Date.parse(booking.start_time) + 5 * DAY).toISOString().slice(0, 10)
  await wish.getByLabel('Day').fill(day)
  await wish.getByLabel('Time').fill('06:10')
  await wish.getByLabel(/A word to/).fill('My train is late.')
  await wish.getByRole('button', { name: /^Ask for / }).click()
  await expect(other.getByRole('heading', { name: 'You asked to move it' })).toBeVisible()

  await expect(page.getByText('My train is late.')).toBeVisible()
  await page.getByRole('button', { name: /^Move it to / }).click()
  await expect(page.getByText(/You moved it from/)).toHaveCount(2)
  const { start_time } = await call(student.request, 'get', `/api/bookings/${booking.id}/`)
  expect(start_time.slice(0, 10)).not.toBe(booking.start_time.slice(0, 10))
})

test('of three proposed times the mentor takes one on the list, and it waits to be paid', async ({ browser }) => {
  const [mentor, student] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([logIn(mentor, 'nikhil'), join(student, 'Proposing Pia')])
  const listed = await mentorNamed(student, 'Nikhil')
  const times = (await freeTimes(student, listed)).slice(-9)
  const start_times = [times[0], times[4], times[8]].map((time) => time!.start_time)
  const wish = { offer_id: listed.from_offer.id, start_times, time_zone: 'Asia/Kolkata' }
  const { items } = await call(student.request, 'post', `/api/mentors/${listed.mentor_id}/proposals/`, wish)

  const page = await mentor.newPage()
  await page.goto('/sessions')
  const asked = page.getByRole('listitem').filter({ hasText: 'Proposing Pia' })
  await expect(asked.getByRole('button', { name: /^Take / })).toHaveCount(3)
  await asked
    .getByRole('button', { name: /^Take / })
    .nth(1)
    .click()
  await expect(asked.getByRole('button', { name: /^Take / })).toHaveCount(0)
  expect(await bookingState(student, items[1].id)).toBe('held')

  const seen = await student.newPage()
  await seen.goto(`/sessions/${items[1].id}`)
  await expect(seen.getByText(/is held for you/)).toBeVisible()
  await expect(seen.getByRole('link', { name: /^Pay / })).toBeVisible()
})

test('@phone what one writes down for oneself is there again, and nowhere else', async ({ browser }) => {
  const [mentor, student] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([logIn(mentor, 'elif'), join(student, 'Noting Noor')])
  const booking = await booked(mentor, student, 'Noor')
  const page = await student.newPage()
  await page.goto(`/sessions/${booking.id}`)
  await page.getByLabel('Notes for you alone').fill('Bring the drawing.')
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Notes for you alone')).toHaveValue('Bring the drawing.')
  const other = await mentor.newPage()
  await other.goto(`/sessions/${booking.id}`)
  await expect(other.getByLabel('Notes for you alone')).toHaveValue('')
})
