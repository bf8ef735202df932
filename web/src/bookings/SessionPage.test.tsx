import { fireEvent, screen, within } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { learnServerTime, now } from '../lib/clock'
import { agreedSession, asha, network, visit, type Call } from '../test/world'
import type { BookingDetail } from './bookings.queries'
import SessionPage from './SessionPage'

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(now() + hours * HOUR).toISOString()
const tomas: typeof asha = {
  ...asha,
  id: 'account-tomas',
  name: 'Tomás Ferreira',
  roles: ['mentor'],
  mentor_id: 'M000001',
  student_id: 'S000002',
  time_zone: 'Europe/Lisbon',
}

let session: BookingDetail
let calls: Call[]
let answers: Parameters<typeof network>[0]
const sent = (route: string) => calls.filter((call) => call.route === route)
const act = (what: string, id = 'booking-1') => `POST /api/bookings/${id}/${what}/`
const button = (name: string | RegExp) => screen.findByRole('button', { name })

beforeEach(() => {
  session = agreedSession()
  answers = { 'GET /api/bookings/booking-1/': () => ({ body: session }) }
})
afterEach(() => learnServerTime(new Date().toISOString()))

function open(as = asha, more: typeof answers = {}) {
  calls = network({ ...answers, ...more })
  return visit({ address: '/sessions/booking-1', path: '/sessions/:id', component: SessionPage, as })
}
const request = (change: Partial<BookingDetail> = {}) =>
  agreedSession({
    state: 'pending',
    needs_confirmation: true,
    answer_by: inHours(20),
    order: { ...agreedSession().order!, state: 'captured' },
    history: [
      { state: 'held', actor: 'student', at: inHours(-2), detail: null },
      { state: 'pending', actor: 'product', at: inHours(-1.9), detail: null },
    ],
    ...change,
  })

it('a mentor reads by when to answer and what silence does, and says yes once', async () => {
  session = request()
  open(tomas, { [act('confirm')]: () => ({ body: { ...session, state: 'confirmed' } }) })
  expect(await screen.findByText(/Answer by .* in 20 hours\..*Without an answer ₹1,300 goes back/)).toBeTruthy()
  const yes = await button(/^Confirm /)
  fireEvent.click(yes)
  fireEvent.click(yes)
  await expect.poll(() => sent(act('confirm')).length).toBe(1)
  expect(sent(act('confirm'))[0]!.key).toMatch(/^[\w-]{36}$/)
})

it('a no says what goes back, and takes a word along', async () => {
  session = request()
  open(tomas, { [act('decline')]: () => ({ body: { ...session, state: 'cancelled' } }) })
  fireEvent.click(await button(/^Decline the request of /))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/gets ₹1,300 back, all of it/)).toBeTruthy()
  fireEvent.input(dialog.getByLabelText(/A word to/), { target: { value: 'I am away that week.' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Decline' }))
  await expect.poll(() => sent(act('decline')).map(({ body }) => body)).toEqual([{ reason: 'I am away that week.' }])
})

it('of a proposal the mentor takes one time, and each stands on both clocks', async () => {
  const other = { id: 'booking-2', start_time: inHours(72), end_time: inHours(72.75), state: 'pending' as const }
  session = request({ proposal_id: 'proposal-1', proposed: [other], order: null })
  open(tomas, { [act('confirm', 'booking-2')]: () => ({ body: { ...session, id: 'booking-2', state: 'held' } }) })
  expect(await screen.findByText(/Nothing is paid yet/)).toBeTruthy()
  const takes = await screen.findAllByRole('button', { name: /^Take / })
  expect(takes).toHaveLength(2)
  expect(screen.getAllByText(/Kolkata/).length).toBeGreaterThanOrEqual(2)
  fireEvent.click(takes[1]!)
  await expect.poll(() => sent(act('confirm', 'booking-2')).length).toBe(1)
})

it('a request that nobody answered in time is over by the clock alone', async () => {
  session = request({ answer_by: inHours(-0.01) })
  open()
  expect(await screen.findByText('Not answered in time')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Take the request back/ })).toBeNull()
})

it('until it is answered a student takes a request back and everything is returned', async () => {
  session = request({ refund_policy: [] })
  open(asha, { [act('cancel')]: () => ({ body: { ...session, state: 'cancelled' } }) })
  fireEvent.click(await button('Take the request back'))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/All ₹1,300 comes back to you/)).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Take the request back' }))
  await expect.poll(() => sent(act('cancel')).length).toBe(1)
})

const TIMES = 'GET /api/bookings/booking-1/times/'
const MOVE = act('reschedule')
const free = () => [50, 51].map((hours) => ({ start_time: inHours(hours), end_time: inHours(hours + 0.75) }))

it('a free move says that it happens at once, is chosen among free times, and goes out with its word', async () => {
  session = agreedSession({ moves_freely_until: inHours(24) })
  const items = free()
  open(asha, {
    [TIMES]: () => ({ body: { items, time_zone: 'Europe/Lisbon', until: inHours(24 * 30) } }),
    [MOVE]: () => ({ body: { booking: session, move: null } }),
  })
  fireEvent.click(await button('Move it'))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/It moves at once/)).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Choose a time' }))
  expect(await dialog.findByText('Choose a day and a time.')).toBeTruthy()
  const slots = await dialog.findByRole('group', { name: /^Free times/ })
  fireEvent.click(slots.querySelectorAll('button')[0]!)
  fireEvent.input(dialog.getByLabelText(/A word to/), { target: { value: 'An exam' } })
  fireEvent.click(dialog.getByRole('button', { name: /^Move it to / }))
  await expect.poll(() => sent(MOVE).length).toBe(1)
  expect(sent(MOVE)[0]!.body).toMatchObject({ reason: 'An exam' })
  expect(items.map(({ start_time }) => start_time)).toContain(
    (sent(MOVE)[0]!.body as { start_time: string }).start_time,
  )
})

it('a time that went meanwhile offers others close by and keeps the words', async () => {
  session = agreedSession({ moves_freely_until: inHours(24) })
  const items = free()
  open(asha, {
    [TIMES]: () => ({ body: { items, time_zone: 'Europe/Lisbon', until: inHours(24 * 30) } }),
    [MOVE]: () => ({ status: 409, body: { code: 'slot_taken', status: 409, alternatives: [items[1]] } }),
  })
  fireEvent.click(await button('Move it'))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click((await dialog.findByRole('group', { name: /^Free times/ })).querySelectorAll('button')[0]!)
  fireEvent.input(dialog.getByLabelText(/A word to/), { target: { value: 'An exam' } })
  fireEvent.click(dialog.getByRole('button', { name: /^Move it to / }))
  const near = await dialog.findByRole('group', { name: /Close by/ })
  fireEvent.click(near.querySelector('button')!)
  fireEvent.click(dialog.getByRole('button', { name: /^Move it to / }))
  await expect.poll(() => sent(MOVE).length).toBe(2)
  expect(sent(MOVE)[1]!.body).toEqual({ start_time: items[1]!.start_time, reason: 'An exam' })
  expect(sent(MOVE)[1]!.key).not.toBe(sent(MOVE)[0]!.key)
})

it('a mentor asks for any time to come on his own clock, with the student’s beneath', async () => {
  open(tomas, { [MOVE]: () => ({ body: { booking: session, move: null } }) })
  fireEvent.click(await button('Move it'))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/is asked first/)).toBeTruthy()
  fireEvent.input(dialog.getByLabelText('Day'), { target: { value: '2020-01-01' } })
  fireEvent.input(dialog.getByLabelText('Time'), { target: { value: '10:00' } })
  expect(await dialog.findByText('Choose a time in the future.')).toBeTruthy()
  const year = new Date(now()).getUTCFullYear() + 1
  fireEvent.input(dialog.getByLabelText('Day'), { target: { value: `${year}-01-15` } })
  expect(await dialog.findByText(/15:30 IST for/)).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: /^Ask for / }))
  await expect.poll(() => sent(MOVE).map(({ body }) => body)).toEqual([{ start_time: `${year}-01-15T10:00:00.000Z` }])
})

const wish = (by: 'student' | 'mentor') => ({
  id: 'move-1',
  by,
  state: 'open' as const,
  start_time: inHours(60),
  end_time: inHours(60.75),
  reason: 'My train is late.',
  answer_by: inHours(48),
})

it('who is asked for another time reads why and answers; who asked can take it back', async () => {
  session = agreedSession({ move: wish('mentor') })
  const answered = { [act('moves/move-1')]: () => ({ body: { booking: session, move: null } }) }
  open(asha, answered)
  expect(await screen.findByText('My train is late.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Move it' })).toBeNull()
  fireEvent.click(await button(/^Keep /))
  await expect.poll(() => sent(act('moves/move-1')).map(({ body }) => body)).toEqual([{ answer: 'decline' }])
  open(tomas, answered)
  fireEvent.click(await button('Take it back'))
  await expect.poll(() => sent(act('moves/move-1')).map(({ body }) => body)).toEqual([{ answer: 'withdraw' }])
})

it('the room counts down, then opens ten minutes before', async () => {
  session = agreedSession({ start_time: inHours(0.5), end_time: inHours(1.25) })
  open()
  expect((await screen.findByRole('timer')).textContent).toMatch(/^(20:00|19:5\d)$/)
  expect(screen.queryByRole('link', { name: 'Join the session' })).toBeNull()
  learnServerTime(inHours(0.4))
  const door = await screen.findByRole('link', { name: 'Join the session' }, { timeout: 3000 })
  expect(door.getAttribute('href')).toBe('/meetings/booking-1')
})

it('a mentor cancels one seat of a group or the whole of it, and is told for how many', async () => {
  session = agreedSession({ kind: 'group', seats_taken: 3 })
  open(tomas, { [act('cancel-group')]: () => ({ body: { items: [] } }) })
  expect(await screen.findByText('3 seats are taken.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Move it' })).toBeNull()
  await button(/^Cancel for .* alone$/)
  fireEvent.click(await button('Cancel the whole group'))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/All 3 people get everything back/)).toBeTruthy()
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel the group' }))
  await expect.poll(() => sent(act('cancel-group')).length).toBe(1)
})

it('past the notice a student cannot cancel any more and is told whom to write to', async () => {
  session = agreedSession({ cancel_until: inHours(-1) })
  open()
  expect(await screen.findByText(/can no longer be cancelled here/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Cancel/ })).toBeNull()
})

it('its life is told in words, with both times of a move and the words of who cancelled', async () => {
  session = agreedSession({
    state: 'cancelled',
    cancel_reason: 'My exam was moved.',
    history: [
      { state: 'held', actor: 'student', at: inHours(-5), detail: null },
      { state: 'confirmed', actor: 'product', at: inHours(-4), detail: null },
      { state: 'confirmed', actor: 'mentor', at: inHours(-3), detail: { from: inHours(40), to: inHours(48) } },
      { state: 'cancelled', actor: 'student', at: inHours(-2), detail: null },
    ],
  })
  open()
  const life = within(await screen.findByRole('region', { name: 'What happened' }))
  const told = life.getAllByRole('listitem').map((step) => step.querySelector('p')!.textContent)
  expect(told[0]).toBe('You chose this time.')
  expect(told[1]).toBe('It was paid for and confirmed.')
  expect(told[2]).toMatch(/Tomás Ferreira.* moved it from .* to /)
  expect(told[3]).toBe('You cancelled it.')
  expect(life.getByText('My exam was moved.')).toBeTruthy()
})

it('a private note saves itself, and stays where it was typed when that fails', async () => {
  const NOTE = 'PUT /api/bookings/booking-1/note/'
  let works = false
  open(asha, { [NOTE]: (body) => (works ? { body } : { status: 500, body: { code: 'unexpected', status: 500 } }) })
  const note = (await screen.findByLabelText('Notes for you alone')) as HTMLTextAreaElement
  fireEvent.input(note, { target: { value: 'Bring the drawing' } })
  fireEvent.blur(note)
  const again = await button('Try again')
  expect(note.value).toBe('Bring the drawing')
  works = true
  fireEvent.click(again)
  expect(await screen.findByText('Saved.')).toBeTruthy()
  expect(sent(NOTE).at(-1)!.body).toEqual({ text: 'Bring the drawing' })
})

it('questions stand in their own words with what was answered', async () => {
  session = agreedSession({
    questions: [{ id: 'q1', text: 'Which framework?', required: true }],
    answers: { goal: 'A second look', q1: 'None yet' },
  })
  open(tomas)
  expect(await screen.findByText('Which framework?')).toBeTruthy()
  expect(screen.getByText('None yet')).toBeTruthy()
  expect(screen.getByText('A second look')).toBeTruthy()
})
