import { fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { learnServerTime, now } from '../lib/clock'
import type { Mentor } from '../mentors/mentors.calls'
import { heldBooking, network, visit, type Call } from '../test/world'
import BookingPage from './BookingPage'

const HOLD = 'POST /api/student/book-session/'
const CANCEL = 'POST /api/bookings/booking-1/cancel/'
const offer = { id: 'offer-1', title: 'Portfolio review', minutes: 45, amount_minor: 130_000, currency: 'INR' }
const mentor = {
  mentor_id: 'M000001',
  name: 'Tomás Ferreira',
  headline: 'Product designer',
  picture_url: null,
  time_zone: 'Europe/Lisbon',
  offers: [{ ...offer, horizon_days: 60 }],
} as unknown as Mentor
const start = heldBooking().start_time
const later = (hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString()
const goal = 'Which of my five case studies should lead?'

let answer: (body: unknown) => { status?: number; body: unknown }
let calls: Call[]
const asked = (route: string) => calls.filter((call) => call.route === route)

beforeEach(() => {
  answer = () => ({ status: 201, body: { booking: heldBooking({ start_time: start }), order: heldBooking().order } })
  calls = network({
    'GET /api/mentors/M000001/': () => ({ body: mentor }),
    'GET /api/mentors/M000001/slots/': () => ({ body: { items: [], time_zone: 'Europe/Lisbon' } }),
    'GET /api/bookings/booking-1/': () => ({ body: heldBooking({ start_time: start }) }),
    [HOLD]: (body) => answer(body),
    [CANCEL]: () => ({ body: heldBooking({ state: 'cancelled' }) }),
  })
})
afterEach(() => {
  sessionStorage.clear()
  learnServerTime(new Date().toISOString())
})

const address = `/book/M000001?${new URLSearchParams({ offer_id: 'offer-1', start })}`
const open = (as?: null) => visit({ address, path: '/book/:mentor_id', component: BookingPage, as })
const write = async () =>
  fireEvent.input(await screen.findByLabelText('What you want from it'), { target: { value: goal } })
const hold = async () => fireEvent.click(await screen.findByRole('button', { name: /^Hold / }))

it('holding sends the choice with the words and an idempotency key, then counts down beside the price', async () => {
  open()
  await write()
  await hold()
  expect(await screen.findByText(/is held for you/)).toBeTruthy()
  expect(asked(HOLD)).toHaveLength(1)
  expect(asked(HOLD)[0]).toMatchObject({
    body: { mentor_id: 'M000001', offer_id: 'offer-1', start_time: start, answers: { goal } },
    key: expect.stringMatching(/^[\w-]{36}$/),
  })
  expect(screen.getByRole('link', { name: 'Pay ₹1,300' }).getAttribute('href')).toBe('/checkout/booking-1')
  expect(screen.getByText(/all ₹1,300 comes back/)).toBeTruthy()
})

it('a lost answer is asked for again with the same key, so that nothing is held twice', async () => {
  answer = () => ({ status: 500, body: { code: 'unexpected', status: 500, request_id: 'r1' } })
  open()
  await write()
  await hold()
  await screen.findByRole('alert')
  await hold()
  await expect.poll(() => asked(HOLD).length).toBe(2)
  expect(asked(HOLD)[1]!.key).toBe(asked(HOLD)[0]!.key)
})

it('a time that was taken offers the nearest free ones, keeps the words and asks with a new key', async () => {
  const alternatives = [1, 2, 3].map((hours) => ({ start_time: later(hours), end_time: later(hours + 0.75) }))
  answer = () => ({ status: 409, body: { code: 'slot_taken', status: 409, alternatives } })
  open()
  await write()
  await hold()
  expect(await screen.findByText(/was taken a moment ago\. Nothing was charged\./)).toBeTruthy()
  const others = screen.getByRole('group', { name: /Close by and free/ })
  expect(others.querySelectorAll('button')).toHaveLength(3)
  fireEvent.click(others.querySelectorAll('button')[1]!)
  await expect.poll(() => screen.queryByText(/was taken a moment ago/)).toBeNull()
  expect((screen.getByLabelText('What you want from it') as HTMLTextAreaElement).value).toBe(goal)
  await hold()
  await expect.poll(() => asked(HOLD).length).toBe(2)
  expect(asked(HOLD)[1]!.body).toMatchObject({ start_time: later(2), answers: { goal } })
  expect(asked(HOLD)[1]!.key).not.toBe(asked(HOLD)[0]!.key)
})

it('a hold that ran out by the server’s clock says so and leads to a new time with the words kept', async () => {
  open()
  await write()
  await hold()
  await screen.findByText(/is held for you/)
  learnServerTime(new Date(now() + 601_000).toISOString())
  expect(await screen.findByText(/is no longer held/, undefined, { timeout: 3000 })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /Pay/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Look for a time' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Pick a time' })).toBeTruthy()
  expect(sessionStorage.getItem('aspirex.booking.M000001')).toContain(goal)
})

it('going back to the times gives the held one free again', async () => {
  open()
  await hold()
  await screen.findByText(/is held for you/)
  fireEvent.click(screen.getByRole('button', { name: 'Change the time' }))
  await screen.findByRole('heading', { level: 1, name: 'Pick a time' })
  await expect.poll(() => asked(CANCEL).length).toBe(1)
})

it('a visitor writes first and joins after, with the way back in the link', async () => {
  open(null)
  await write()
  const link = await screen.findByRole('link', { name: 'Join and continue' })
  const next = new URL(link.getAttribute('href')!, location.origin).searchParams.get('next')!
  expect(next.startsWith('/book/M000001?')).toBe(true)
  expect(new URL(next, location.origin).searchParams.get('start')).toBe(start)
  expect(asked(HOLD)).toHaveLength(0)
  open()
  expect(((await screen.findByLabelText('What you want from it')) as HTMLTextAreaElement).value).toBe(goal)
})
