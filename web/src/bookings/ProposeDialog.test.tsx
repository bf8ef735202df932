import { fireEvent, screen, within } from '@solidjs/testing-library'
import { beforeEach, expect, it } from 'vitest'
import { now } from '../lib/clock'
import type { Mentor } from '../mentors/mentors.calls'
import MentorPage from '../mentors/MentorPage'
import type { Standing } from '../mentors/standing'
import { anOffer, heldBooking, network, visit, type Call } from '../test/world'

const SEND = 'POST /api/mentors/M000001/proposals/'
const WAIT = 'PUT /api/mentors/M000001/waiting/'
const STOP = 'DELETE /api/mentors/M000001/waiting/'
let mentor: Mentor
let standing: Standing
let answer: () => { status?: number; body: unknown }
let calls: Call[]
const asked = (route: string) => calls.filter((call) => call.route === route)

beforeEach(() => {
  document.body.replaceChildren()
  standing = { new_students: 'open', is_known: false, is_waiting: false, has_proposed: false }
  answer = () => ({ status: 201, body: { items: [heldBooking({ state: 'pending' })] } })
  mentor = {
    mentor_id: 'M000001',
    name: 'Tomás Ferreira',
    headline: 'Product designer',
    picture_url: null,
    time_zone: 'Europe/Lisbon',
    skills: [],
    languages: [],
    badges: [],
    checks: [],
    total_sessions: 0,
    rating: null,
    rating_count: 0,
    soonest_free: null,
    new_students: 'open',
    promise: null,
    bio: null,
    linkedin_url: null,
    github_url: null,
    portfolio_url: null,
    offers: [anOffer()],
    searchable: true,
  } as unknown as Mentor
  calls = network({
    'GET /api/mentors/M000001/': () => ({ body: mentor }),
    'GET /api/mentors/M000001/slots/': () => ({ body: { items: [], time_zone: 'Europe/Lisbon' } }),
    'GET /api/mentors/M000001/standing/': () => ({ body: standing }),
    'GET /api/mentors/M000001/reviews/': () => ({ body: { items: [], next_cursor: null } }),
    [SEND]: () => answer(),
    [WAIT]: () => ({ body: (standing = { ...standing, is_waiting: true }) }),
    [STOP]: () => ({ body: (standing = { ...standing, is_waiting: false }) }),
  })
})

const open = (as?: null) =>
  visit({ address: '/mentors/M000001', path: '/mentors/:mentor_id', component: MentorPage, as })
const openSheet = async () => fireEvent.click(await screen.findByRole('button', { name: 'See times' }))
const inDays = (days: number) => new Date(now() + days * 86_400_000).toISOString().slice(0, 10)
const put = (label: string, i: number, value: string) =>
  fireEvent.input(screen.getAllByLabelText(label)[i]!, { target: { value } })

async function propose(): Promise<void> {
  await openSheet()
  fireEvent.click(await screen.findByRole('button', { name: 'Propose a time' }))
  await screen.findByLabelText('Day', undefined, { timeout: 10_000 })
}
const onward = () => fireEvent.click(screen.getByRole('button', { name: 'Review' }))

it('times on my clock are looked over on both, and sent once with their zone and my words', async () => {
  open()
  await propose()
  put('Day', 0, inDays(3))
  put('Time', 0, '19:00')
  fireEvent.click(screen.getByRole('button', { name: 'Another time' }))
  put('Day', 1, inDays(2))
  put('Time', 1, '08:30')
  fireEvent.input(screen.getByLabelText('What you want from it'), { target: { value: 'A plan.' } })
  onward()
  const review = await screen.findByRole('dialog', { name: 'Send it like this?' })
  expect(within(review).getByText('08:30 to 09:15')).toBeTruthy()
  expect(within(review).getByText(/Nothing is charged now.*₹1,300/)).toBeTruthy()
  expect(asked(SEND)).toHaveLength(0)
  fireEvent.click(screen.getByRole('button', { name: 'Propose 2 times' }))
  expect(await screen.findByText('another page')).toBeTruthy()
  expect(asked(SEND)).toHaveLength(1)
  expect(asked(SEND)[0]).toMatchObject({
    body: {
      offer_id: 'offer-1',
      start_times: [`${inDays(2)}T03:00:00.000Z`, `${inDays(3)}T13:30:00.000Z`],
      time_zone: 'Asia/Kolkata',
      answers: { goal: 'A plan.' },
    },
    key: expect.stringMatching(/^[\w-]{36}$/),
  })
})

it('a time that overlaps another, or lies beyond the horizon, is blamed where it stands', async () => {
  open()
  await propose()
  put('Day', 0, inDays(3))
  put('Time', 0, '19:00')
  fireEvent.click(screen.getByRole('button', { name: 'Another time' }))
  put('Day', 1, inDays(3))
  put('Time', 1, '19:30')
  expect(await screen.findByText('This overlaps another one of your times.')).toBeTruthy()
  put('Day', 1, inDays(90))
  expect(await screen.findByText('This is more than 60 days ahead.')).toBeTruthy()
  onward()
  expect(screen.queryByRole('button', { name: /^Propose (it|\d)/ })).toBeNull()
})

it('where a time is not free after all nothing is lost, and what was typed can be changed', async () => {
  answer = () => ({ status: 409, body: { code: 'slot_taken', status: 409 } })
  open()
  await propose()
  put('Day', 0, inDays(3))
  put('Time', 0, '19:00')
  onward()
  fireEvent.click(await screen.findByRole('button', { name: 'Propose it' }))
  expect(await screen.findByText(/One of these times is not free/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect((screen.getByLabelText('Time') as HTMLInputElement).value).toBe('19:00')
})

it('a mentor who takes nobody new offers no times, only news of the next', async () => {
  mentor.new_students = standing.new_students = 'paused'
  open()
  await openSheet()
  expect(await screen.findByText(/takes no new students for now/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Propose a time' })).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: 'Tell me when a time opens' }))
  fireEvent.click(await screen.findByRole('button', { name: 'You are told when a time opens' }))
  await screen.findByRole('button', { name: 'Tell me when a time opens' })
  expect([asked(WAIT).length, asked(STOP).length]).toEqual([1, 1])
})

it('a proposal that waits is not made twice, and a group has its own times', async () => {
  standing.has_proposed = true
  open()
  await openSheet()
  expect(await screen.findByText(/has not answered yet/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Propose a time' })).toBeNull()
  document.body.replaceChildren()
  standing.has_proposed = false
  mentor.offers = [anOffer({ kind: 'group', seats: 4 })]
  open()
  await openSheet()
  await screen.findByRole('button', { name: 'Tell me when a time opens' })
  expect(screen.queryByRole('button', { name: 'Propose a time' })).toBeNull()
})
