import { fireEvent, screen } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import type { Offer } from '../availability/availability.queries'
import { anOffer, asha, network, visit, type Call } from '../test/world'
import MentorWelcomePage from './MentorWelcomePage'

const greta = { ...asha, name: 'Greta', roles: ['student' as const, 'mentor' as const], mentor_id: 'M000031' }
const PUT = 'PUT /api/mentor/offers/offer-1/'
const review = anOffer()
const profile = {
  mentor_id: 'M000031',
  name: 'Greta',
  headline: 'Compiler engineer',
  picture_url: null,
  time_zone: 'Asia/Kolkata',
  skills: ['Rust'],
  languages: [],
  total_sessions: 0,
  rating: null,
  rating_count: 0,
  badges: [],
  promise: null,
  bio: null,
  linkedin_url: null,
  github_url: null,
  portfolio_url: null,
  checks: [],
  offers: [review],
  application_state: 'draft',
}

function open(step: string, offers: Offer[]) {
  let items = offers
  const calls: Call[] = network({
    'GET /api/mentor/offers/': () => ({ body: { items, next_cursor: null } }),
    [PUT]: (body) => ({ body: (items = [{ ...review, ...(body as Partial<Offer>) }])[0] }),
    'GET /api/mentor/availability/': () => ({
      body: { time_zone: 'Asia/Kolkata', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
    }),
    'GET /api/mentor/profile/': () => ({ body: profile }),
    'GET /api/currencies/': () => ({ body: { items: ['INR'], next_cursor: null } }),
  })
  const address = `/welcome/mentor?step=${step}`
  visit({ address, path: '/welcome/mentor', component: MentorWelcomePage, as: greta })
  return () => calls.filter(({ route }) => route === PUT).map(({ body }) => body)
}
const price = () => screen.findByLabelText<HTMLInputElement>('Price of Portfolio review')
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

it('without an offer the step can be passed by, with one it leads on to the week', async () => {
  open('offer', [])
  expect(await screen.findByText('Nothing to book yet')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Skip this step' }).getAttribute('href')).toBe('/welcome/mentor?step=week')
  open('offer', [review])
  fireEvent.click(await screen.findByRole('link', { name: 'Next' }))
  await heading('When do you have time?')
})

it('a price is refused beside its field where it is none, and else saved on the way to the preview', async () => {
  const puts = open('price', [review])
  fireEvent.input(await price(), { target: { value: 'much' } })
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(await screen.findByText(/An amount such as/)).toBeTruthy()
  expect((await price()).value).toBe('much')
  fireEvent.input(await price(), { target: { value: '900' } })
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  await heading('Your page, as students will see it')
  const { id: _id, ...rest } = review
  expect(puts()).toEqual([{ ...rest, amount_minor: 90_000 }])
})

it('the preview is the page under one heading of its own, and leads to the application', async () => {
  open('preview', [review])
  expect(await screen.findByRole('heading', { level: 2, name: 'Greta' })).toBeTruthy()
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
  expect(screen.getByText('Portfolio review')).toBeTruthy()
  expect(screen.getByText('Hours a week that students can book: 3.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Go on to the application' }).getAttribute('href')).toBe('/application')
})
