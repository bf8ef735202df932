import { fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { learnServerTime, now } from '../lib/clock'
import type { Mentor } from '../mentors/mentors.calls'
import type { Standing } from '../mentors/standing'
import { anOffer, heldBooking, network, visit, type Call } from '../test/world'
import BookingPage from './BookingPage'

const HOLD = 'POST /api/student/book-session/'
const CANCEL = 'POST /api/bookings/booking-1/cancel/'
const mentor = {
  mentor_id: 'M000001',
  name: 'Tomás Ferreira',
  headline: 'Product designer',
  picture_url: null,
  time_zone: 'Europe/Lisbon',
  new_students: 'open',
  offers: [anOffer()],
} as unknown as Mentor
const start = heldBooking().start_time
const later = (hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString()
const goal = 'Which of my five case studies should lead?'

let answer: (body: unknown) => { status?: number; body: unknown }
let calls: Call[]
let slots: unknown[]
let standing: Standing
const asked = (route: string) => calls.filter((call) => call.route === route)

beforeEach(() => {
  slots = []
  standing = { new_students: 'open', is_known: false, is_waiting: false, has_proposed: false }
  Object.assign(mentor, { new_students: 'open', offers: [anOffer()] })
  answer = () => ({ status: 201, body: { booking: heldBooking({ start_time: start }), order: heldBooking().order } })
  calls = network({
    'GET /api/mentors/M000001/': () => ({ body: mentor }),
    'GET /api/mentors/M000001/slots/': () => ({ body: { items: slots, time_zone: 'Europe/Lisbon' } }),
    'GET /api/mentors/M000001/standing/': () => ({ body: standing }),
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

const questions = [
  { id: 'q1', text: 'What have you tried?', required: true },
  { id: 'q2', text: 'A link?', required: false },
]

it('a required question is named where it stands before anything is held, and its answer goes along', async () => {
  mentor.offers = [anOffer({ questions })]
  open()
  await write()
  await hold()
  expect(await screen.findByText('Please answer this.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('What have you tried?'))
  expect(asked(HOLD)).toHaveLength(0)
  fireEvent.input(screen.getByLabelText('What have you tried?'), { target: { value: 'Everything.' } })
  await hold()
  await screen.findByText(/is held for you/)
  expect(asked(HOLD)[0]!.body).toMatchObject({ answers: { goal, q1: 'Everything.' } })
  expect(screen.getByRole('heading', { name: 'What have you tried?' })).toBeTruthy()
})

it('a seat of a group shows what the next one costs and how many are left before it is held', async () => {
  mentor.offers = [anOffer({ kind: 'group', seats: 6, seat_prices: [{ taken: 3, amount_minor: 150_000 }] })]
  slots = [{ start_time: start, end_time: later(0.75), seats_left: 2, amount_minor: 150_000 }]
  open()
  expect(await screen.findByText('2 seats are left')).toBeTruthy()
  expect(screen.getAllByText('₹1,500.00').length).toBeGreaterThan(0)
  expect(screen.getByText('Seats 1 to 3: ₹1,300 each')).toBeTruthy()
})

it('a request says who decides until when, and that without a yes everything comes back', async () => {
  mentor.offers = [anOffer({ needs_confirmation: true })]
  answer = () => {
    const booking = heldBooking({ start_time: start, needs_confirmation: true })
    return { status: 201, body: { booking, order: booking.order } }
  }
  open()
  await hold()
  expect(await screen.findByText(/decides\. You pay now and have an answer by .* all ₹1,300 comes back/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Pay ₹1,300 and ask' })).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: 'Review and ask' })).toBeTruthy()
})

it('to somebody new a mentor by request is asked, to somebody known booked', async () => {
  mentor.offers = [anOffer({ amount_minor: 0 })]
  mentor.new_students = 'by_request'
  standing = { new_students: 'by_request', is_known: false, is_waiting: false, has_proposed: false }
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'Review' }))
  expect(await screen.findByRole('button', { name: 'Ask for it, free' })).toBeTruthy()
  sessionStorage.clear()
  standing = { ...standing, is_known: true }
  open()
  fireEvent.click(await screen.findByRole('button', { name: 'Review' }))
  expect(await screen.findByRole('button', { name: 'Book it, free' })).toBeTruthy()
})

it('the policy stands as a table with the amounts, the row of now marked', async () => {
  open()
  await hold()
  await screen.findByText(/is held for you/)
  const now = document.querySelector('tr[aria-current="true"]')!
  expect(now.textContent).toMatch(/^by .* now₹1,300, all of it$/)
})
