import { fireEvent, screen, within } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { asha, network, visit, type Call } from '../test/world'
import WelcomePage from './WelcomePage'
import type { Match, Wish } from './welcome.queries'

const WISH = 'PUT /api/student/wish/'
const empty: Wish = { goal: null, skills: [], budget_minor: null, currency: null, time_zone: 'Asia/Kolkata' }
const mira: Match['mentor'] = {
  mentor_id: 'M000002',
  name: 'Mira Kulkarni',
  headline: 'Reliability engineer',
  picture_url: null,
  time_zone: 'Europe/Lisbon',
  skills: ['Go', 'Linux'],
  languages: ['en'],
  total_sessions: 12,
  rating: null,
  rating_count: 0,
  badges: [],
  new_students: 'open',
  soonest_free: null,
  from_offer: null,
}
let refusals: { status: number; body: unknown }[]
let matches: { status?: number; body: unknown }
let calls: Call[]

/** The page over a server that keeps what is put. */
function open(step: string, change: Partial<Wish> = {}) {
  let wish = { ...empty, ...change }
  calls = network({
    'GET /api/student/wish/': () => ({ body: wish }),
    [WISH]: (body) => refusals.shift() ?? { body: (wish = { ...wish, ...(body as Partial<Wish>) }) },
    'GET /api/student/matches/': () => matches,
    'GET /api/currencies/': () => ({ body: { items: ['INR', 'EUR'], next_cursor: null } }),
    'GET /api/auth/me/': () => ({ body: { ...asha, time_zone: wish.time_zone } }),
  })
  return visit({ address: `/welcome?step=${step}`, path: '/welcome', component: WelcomePage }).history
}
const puts = () => calls.filter(({ route }) => route === WISH).map(({ body }) => body)
const goal = () => screen.findByLabelText<HTMLTextAreaElement>('What you want to reach')
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

beforeEach(() => {
  sessionStorage.clear()
  refusals = []
  matches = { body: { items: [], next_cursor: null } }
})
afterEach(() => sessionStorage.clear())

it('a step saves what was typed by itself, goes on and moves the focus to the next question', async () => {
  const history = open('goal')
  fireEvent.input(await goal(), { target: { value: ' Leave support for operations ' } })
  await press('Next')
  const title = await heading('What do you want to get better at?')
  expect(puts()).toEqual([{ goal: 'Leave support for operations' }])
  expect(history.get()).toBe('/welcome?step=skills')
  expect(document.activeElement).toBe(title)
})

it('an example fills an empty field and never takes the place of own words', async () => {
  open('goal')
  const first = 'Get my first job in tech'
  const second = 'Be ready for an interview next month'
  await press(first)
  await press(second)
  expect((await goal()).value).toBe(second)
  fireEvent.input(await goal(), { target: { value: 'In Kerala' } })
  await press(first)
  expect((await goal()).value).toBe(`In Kerala\n${first}`)
})

it('a save that fails says why, keeps the words and takes another try', async () => {
  refusals = [{ status: 503, body: { code: 'maintenance', status: 503 } }]
  const history = open('goal')
  fireEvent.input(await goal(), { target: { value: 'A first job' } })
  await press('Next')
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect((await goal()).value).toBe('A first job')
  expect(history.get()).toBe('/welcome?step=goal')
  await press('Next')
  await heading('What do you want to get better at?')
  expect(puts()).toHaveLength(2)
})

it('words of a skipped step are there when one comes back, also after a reload', async () => {
  open('goal')
  fireEvent.input(await goal(), { target: { value: 'Not yet sure' } })
  fireEvent.click(screen.getByRole('link', { name: 'Skip this step' }))
  await heading('What do you want to get better at?')
  await press('Next')
  await heading(/^Your browser says/)
  fireEvent.click(screen.getByRole('link', { name: 'Goal' }))
  expect((await goal()).value).toBe('Not yet sure')
  open('goal')
  expect((await goal()).value).toBe('Not yet sure')
  expect(puts()).toEqual([])
})

it('a budget is sent in minor units; what is not an amount is refused beside its field', async () => {
  open('budget')
  const amount = await screen.findByLabelText<HTMLInputElement>('For one session, at most')
  fireEvent.input(amount, { target: { value: 'a lot' } })
  await press('See my mentors')
  expect(await screen.findByText(/An amount such as/)).toBeTruthy()
  expect(amount.getAttribute('aria-invalid')).toBe('true')
  fireEvent.input(amount, { target: { value: '1500.50' } })
  await press('See my mentors')
  await heading('Mentors for you')
  expect(puts()).toEqual([{ budget_minor: 150_050, currency: 'INR' }])
})

it('the matches say their reasons, lead to the mentor and to all mentors with the skills', async () => {
  const reasons: Match['reasons'] = [
    { kind: 'skills', words: ['Go', 'Linux'] },
    { kind: 'budget', words: [] },
    { kind: 'sessions', words: [] },
  ]
  matches = { body: { items: [{ mentor: mira, reasons }], next_cursor: null } }
  open('matches', { skills: ['Go', 'C++'] })
  const why = await screen.findByRole('list', { name: /^Why .*Mira Kulkarni.* fits$/ })
  expect(
    within(why)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['Teaches Go and Linux', 'Has a session within your budget', 'Has held 12 sessions here'])
  expect(screen.getByRole('link', { name: /^See .*Mira/ }).getAttribute('href')).toBe('/mentors/M000002')
  expect(screen.getByRole('link', { name: 'See all mentors' }).getAttribute('href')).toBe(
    '/mentors?skill=Go&skill=C%2B%2B',
  )
})

it('says so where nobody matches, and where the matches cannot be found', async () => {
  open('matches')
  expect(await screen.findByText('Nobody fits well yet')).toBeTruthy()
  matches = { status: 503, body: { code: 'maintenance', status: 503 } }
  open('matches')
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
})
