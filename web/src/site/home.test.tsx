import { screen, within } from '@solidjs/testing-library'
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

function open(home: Home, upcoming: Booking[] = [], as = mira) {
  const profile = { offers: [{}], headline: 'x', bio: 'y', application_state: 'approved' }
  const says = (body: unknown) => () => ({ body })
  network({
    'GET /api/home/': says(home),
    'GET /api/bookings/': says(page(upcoming)),
    'GET /api/chat/conversations/': says(page()),
    'GET /api/goals/': says({ items: [] }),
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
  open({ teaching: { ...teaching, today }, learning })
  const day = within(await screen.findByRole('region', { name: 'Today' }))
  const rows = day.getAllByRole('listitem').map((row) => row.textContent)
  expect(rows).toHaveLength(3)
  expect(rows[0]).toContain('Ila')
  expect(rows[1]).toContain('Now')
  expect(rows[2]).toContain('and 2 others')
  expect(day.getByRole('link', { name: /Ben/ }).getAttribute('href')).toBe('/sessions/two')
})

it('a mentor reads amounts, replies that lack and how many looked, and finds the own page', async () => {
  const money = [{ currency: 'INR', available_minor: 162_000, held_minor: 90_000, on_its_way_minor: 0 }]
  const reviews = { rating: 4.6, rating_count: 7, unanswered: 2, latest: [] }
  open({ teaching: { ...teaching, money, reviews, views: { week: 9, week_before: 12 } }, learning })
  const part = async (name: string) => within(await screen.findByRole('region', { name }))
  expect((await part('Earnings')).getByText('₹1,620.00')).toBeTruthy()
  expect((await part('Earnings')).queryByText('On its way to your bank')).toBeNull()
  expect((await part('Reviews')).getByText('4.6 of 5')).toBeTruthy()
  expect((await part('Reviews')).getByText('2 without your reply.')).toBeTruthy()
  const views = await part('Who looks at your page')
  expect(views.getByText('9 people in seven days')).toBeTruthy()
  expect(views.getByText('3 fewer than in the seven days before.')).toBeTruthy()
  expect(views.getByRole('link', { name: 'What students see' }).getAttribute('href')).toBe('/mentors/M000001')
})

it('a mentor with nothing yet reads what will be there', async () => {
  open({ teaching, learning })
  for (const words of ['No session today.', 'Nobody looked in the last two weeks.', /^Nothing was paid yet/])
    expect(await screen.findByText(words)).toBeTruthy()
})

it('the door of the next session stands on the first page, with a countdown before', async () => {
  open({ teaching: null, learning }, [agreed(5)], asha)
  expect((await screen.findByRole('link', { name: 'Join the session' })).getAttribute('href')).toBe(
    '/meetings/booking-1',
  )
  expect(screen.getByRole('timer').textContent).toMatch(/Starts in [45]:\d\d/)
})

it('the door is closed long before', async () => {
  open({ teaching: null, learning }, [agreed(300)], asha)
  expect(await screen.findByRole('link', { name: 'Open the session' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Join the session' })).toBeNull()
})

it('a student is asked for reviews, and for an answer to what mentors propose', async () => {
  const to_review = [{ booking_id: 'past', mentor_name: 'Tomás', write_until: inMinutes(9000) }]
  open({ teaching: null, learning: { to_review, proposed_steps: 2, proposed_skills: 1 } }, [], asha)
  const todo = within(await screen.findByRole('region', { name: 'To do' }))
  expect(todo.getByText(/How was your session with .*Tomás/)).toBeTruthy()
  expect(todo.getByRole('link', { name: 'Write a review' }).getAttribute('href')).toBe('/sessions/past')
  expect(todo.getByText('Mentors propose 2 steps for your goals')).toBeTruthy()
  expect(todo.getByText('A mentor says that you learned 1 skill')).toBeTruthy()
})
