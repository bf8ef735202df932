import { cleanup, screen, within } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { asha, heldBooking, network, visit } from '../test/world'
import type { Booking } from '../bookings/bookings.queries'
import type { Home, Teaching } from './home.queries'
import HomePage from './HomePage'

const MINUTE = 60_000
const inMinutes = (minutes: number) => new Date(now() + minutes * MINUTE).toISOString()
const mira: typeof asha = { ...asha, roles: ['student', 'mentor'], mentor_id: 'M000001' }
const learning: Home['learning'] = { to_review: [], proposed_steps: 0, proposed_skills: 0 }
const teaching: Teaching = {
  today: [],
  requests: 0,
  money: [],
  next_release: null,
  reviews: { rating: null, rating_count: 0, unanswered: 0, latest: [] },
  views: { week: 0, week_before: 0 },
}
const page = (items: unknown[] = []) => ({ items, next_cursor: null })
const agreed = (from: number): Booking =>
  heldBooking({
    state: 'confirmed',
    hold_expires_at: null,
    start_time: inMinutes(from),
    end_time: inMinutes(from + 45),
  })

const step = (title: string, done: boolean, proposed_by: object | null = null) => ({
  id: title,
  title,
  done_at: done ? inMinutes(-60) : null,
  proposed_by,
})
const steps = [
  step('Read', true),
  step('Draw it', false, { name: 'Mira' }),
  step('Write it', false),
  step('Show it', false),
]
const goals = [{ id: 'goal', title: 'A first job', note: '', done_at: null, steps }]

function open(home: Home | null, upcoming: Booking[] = [], as = mira, application_state = 'approved') {
  const profile = { offers: [{}], headline: 'x', bio: 'y', application_state }
  const says = (body: unknown) => () => ({ body })
  network({
    'GET /api/home/': home ? says(home) : () => ({ status: 500, body: { code: 'internal', status: 500 } }),
    'GET /api/bookings/': says(page(upcoming)),
    'GET /api/chat/conversations/': says(page()),
    'GET /api/goals/': says({ items: goals }),
    'GET /api/mentor/profile/': says(profile),
  })
  visit({ address: '/home', path: '/home', component: HomePage, as })
}

it('a mentor sees the day with where it stands, and what a group is', async () => {
  const session = (id: string, from: number, students: string[], state = 'confirmed') => ({
    booking_id: id,
    state: state as Teaching['today'][number]['state'],
    start_time: inMinutes(from),
    end_time: inMinutes(from + 60),
    offer_title: 'Code review',
    students: students.map((name) => ({ name, picture_url: null })),
  })
  const today = [session('one', -180, ['Ila'], 'completed'), session('two', 120, ['Ben', 'Eva', 'Kim'])]
  open({ teaching: { ...teaching, today }, learning, moves: [] })
  const day = within(await screen.findByRole('region', { name: 'Today' }))
  const rows = day.getAllByRole('listitem').map((row) => row.textContent)
  expect(rows).toHaveLength(3)
  expect(rows[0]).toContain('Ila')
  expect(rows[1]).toMatch(/Now, no session until \d\d:\d\d/)
  expect(rows[2]).toContain('and 2 others')
  expect(day.getByRole('link', { name: /Ben/ }).getAttribute('href')).toBe('/sessions/two')
})

it('a mentor reads amounts, replies that lack and how many looked, and finds the own page', async () => {
  const money = [{ currency: 'INR', available_minor: 162_000, held_minor: 90_000, on_its_way_minor: 0 }]
  const reviews = { rating: 4.6, rating_count: 7, unanswered: 2, latest: [] }
  const next_release = {
    booking_id: 'past',
    offer_title: 'Code review',
    student_name: 'Ila',
    amount_minor: 90_000,
    currency: 'INR',
    release_at: '2027-01-15T05:30:00.000Z',
    state: 'waiting' as const,
  }
  const views_seen = { week: 9, week_before: 12 }
  open({ teaching: { ...teaching, money, next_release, reviews, views: views_seen }, learning, moves: [] })
  const part = async (name: string) => within(await screen.findByRole('region', { name }))
  expect((await part('Earnings')).getByText('₹1,620.00')).toBeTruthy()
  expect((await part('Earnings')).queryByText('On its way to your bank')).toBeNull()
  expect((await part('Earnings')).getByText(/Next release: ₹900\.00 on Fri, Jan 15 11:00 IST, from .*Ila/)).toBeTruthy()
  expect((await part('Reviews')).getByText('4.6 of 5')).toBeTruthy()
  expect((await part('Reviews')).getByText('2 without your reply.')).toBeTruthy()
  const views = await part('Who looks at your page')
  expect(views.getByText('9 people in seven days')).toBeTruthy()
  expect(views.getByText('3 fewer than in the seven days before.')).toBeTruthy()
  expect(views.getByRole('link', { name: 'What students see' }).getAttribute('href')).toBe('/mentors/M000001')
})

it('a mentor with nothing yet reads what will be there', async () => {
  open({ teaching, learning, moves: [] })
  for (const words of ['No session today.', 'Nobody looked in the last two weeks.', /^Nothing was paid yet/])
    expect(await screen.findByText(words)).toBeTruthy()
})

it('the door of the next session stands on the first page, with a countdown before', async () => {
  open({ teaching: null, learning, moves: [] }, [agreed(5)], asha)
  expect((await screen.findByRole('link', { name: 'Join the session' })).getAttribute('href')).toBe(
    '/meetings/booking-1',
  )
  expect(screen.getByRole('timer').textContent).toMatch(/Starts in [45]:\d\d/)
})

it('the door is closed long before', async () => {
  open({ teaching: null, learning, moves: [] }, [agreed(300)], asha)
  expect(await screen.findByRole('link', { name: 'Open the session' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Join the session' })).toBeNull()
})

it('a student is asked for reviews, and for an answer to what mentors propose', async () => {
  const to_review = [{ booking_id: 'past', mentor_name: 'Tomás', write_until: inMinutes(9000) }]
  open({ teaching: null, moves: [], learning: { to_review, proposed_steps: 2, proposed_skills: 1 } }, [], asha)
  const todo = within(await screen.findByRole('region', { name: 'To do' }))
  expect(todo.getByText(/How was your session with .*Tomás/)).toBeTruthy()
  expect(todo.getByRole('link', { name: 'Write a review' }).getAttribute('href')).toBe('/sessions/past')
  expect(todo.getByText('Mentors propose 2 steps for your goals')).toBeTruthy()
  expect(todo.getByText('A mentor says that you learned 1 skill')).toBeTruthy()
})

it('a mentor sees which session runs and how long the pause after it is', async () => {
  const session = (id: string, from: number) => ({
    booking_id: id,
    state: 'in_progress' as const,
    start_time: inMinutes(from),
    end_time: inMinutes(from + 60),
    offer_title: 'Code review',
    students: [{ name: id, picture_url: null }],
  })
  open({
    teaching: { ...teaching, today: [session('Ila', -10), session('Ben', 120), session('Eva', 185)] },
    learning,
    moves: [],
  })
  const day = within(await screen.findByRole('region', { name: 'Today' }))
  const rows = day.getAllByRole('listitem').map((row) => row.textContent)
  expect(rows).toHaveLength(5)
  expect(rows[0]).toContain('Running now')
  expect(rows[2]).toMatch(/No session until \d\d:\d\d/)
})

it('whoever is asked for another time finds both times and the way to answer', async () => {
  const move = { booking_id: 'moved', name: 'Lukas', answer_by: '2027-01-13T00:00:00.000Z' }
  const times = { start_time: '2027-01-15T05:30:00.000Z', asked_time: '2027-01-16T05:30:00.000Z' }
  open({ teaching: null, learning, moves: [{ ...move, ...times }] }, [], asha)
  const todo = within(await screen.findByRole('region', { name: 'To do' }))
  expect(todo.getByText(/Lukas.* asks to move your session/)).toBeTruthy()
  expect(todo.getByText('From Fri, Jan 15 11:00 to Sat, Jan 16 11:00 IST')).toBeTruthy()
  expect(todo.getByRole('link', { name: 'Answer' }).getAttribute('href')).toBe('/sessions/moved')
})

it('a request is no session of the mentor’s yet, and to the student it waits for a yes', async () => {
  const asked = { ...agreed(300), state: 'pending' as const, answer_by: inMinutes(120) }
  open({ teaching, learning, moves: [] }, [{ ...asked, mentor_id: 'M000001' }])
  expect(await screen.findByText('No session booked yet')).toBeTruthy()
  cleanup()
  open({ teaching: null, learning, moves: [] }, [asked], asha)
  expect(await screen.findByText('To be confirmed')).toBeTruthy()
  cleanup()
  open({ teaching: null, learning, moves: [] }, [{ ...asked, answer_by: inMinutes(-1) }], asha)
  expect(await screen.findByText('No session yet')).toBeTruthy()
})

it('what cannot be brought says so, and the rest of the page is there', async () => {
  open(null, [agreed(300)])
  expect((await screen.findByRole('alert')).textContent).toContain('Try again')
  expect(screen.getByRole('link', { name: 'Open the session' })).toBeTruthy()
})

it('who is not accepted yet is not sent to a page that nobody can open', async () => {
  open({ teaching, learning, moves: [] }, [], mira, 'submitted')
  expect(await screen.findByText('Nobody looked in the last two weeks.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'What students see' })).toBeNull()
})

it('a student sees how far a goal is, and its next step that is theirs', async () => {
  open({ teaching: null, learning, moves: [] }, [], asha)
  const part = within(await screen.findByRole('region', { name: 'My goals' }))
  expect(part.getByText('1 of 3 steps')).toBeTruthy()
  expect(part.getByText(/^Next: .*Write it/)).toBeTruthy()
})
