import { fireEvent, screen, within } from '@solidjs/testing-library'
import { beforeEach, expect, it } from 'vitest'
import { browserPlace } from '../lib/time'
import { asha, network, visit, type Call } from '../test/world'
import BadgesPage from './BadgesPage'
import { ReviewPart } from './ReviewPart'
import type { SessionReviews, Written } from './reviews.queries'

const PATH = '/api/bookings/booking-1/reviews/'
const open: SessionReviews = {
  side: 'student',
  write_until: '2027-01-10T10:00:00.000Z',
  mine: null,
  theirs: null,
  theirs_is_written: true,
  may_reply: false,
  shown_as: 'Asha',
}
const written: Written = {
  id: 'review-1',
  stars: 4,
  text: 'He listens.',
  written_at: '2027-01-01T10:00:00.000Z',
  visible_from: '2027-01-04T10:00:00.000Z',
  is_visible: false,
  is_removed: false,
  removal_reason: null,
  reply: null,
}

let refusals: { status: number; body: unknown }[]
let calls: Call[]
beforeEach(() => void (refusals = []))

const Part = () => <ReviewPart bookingId="booking-1" other="Tomás" mine={browserPlace()} />
function show(before: SessionReviews, after: SessionReviews = before) {
  calls = network({
    [`GET ${PATH}`]: () => ({ body: before }),
    [`POST ${PATH}`]: () => refusals.shift() ?? { status: 201, body: after },
    'POST /api/reviews/review-1/reply/': () =>
      refusals.shift() ?? { status: 201, body: { text: 'Thank you', replied_at: written.written_at } },
  })
  visit({ address: '/part', path: '/part', component: Part })
}
const sent = () => calls.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body)

it('says who will read it, takes stars and words, and shows what was sent as hidden', async () => {
  show(open, { ...open, write_until: null, mine: written })
  expect(await screen.findByText(/with the name “.*Asha.*”/)).toBeTruthy()
  expect(screen.getByText(/has written already/)).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '4 stars' }))
  fireEvent.input(screen.getByRole('textbox'), { target: { value: ' He listens. ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send review' }))
  expect(await screen.findByText(/Hidden until/)).toBeTruthy()
  expect(sent()).toEqual([{ stars: 4, text: 'He listens.' }])
  expect(screen.getByText('4 stars of 5')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send review' })).toBeNull()
})

it('keeps the words when sending fails, and blames the field', async () => {
  show(open)
  refusals = [
    { status: 422, body: { code: 'invalid_input', status: 422, errors: { text: ['At most 2000 characters'] } } },
  ]
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox')
  fireEvent.click(screen.getByRole('radio', { name: '5 stars' }))
  fireEvent.input(box, { target: { value: 'Too long' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send review' }))
  await screen.findByText('At most 2000 characters')
  expect(box.value).toBe('Too long')
  expect(box.getAttribute('aria-invalid')).toBe('true')
})

it('asks a mentor for words without stars', async () => {
  show({ ...open, side: 'mentor', theirs_is_written: false, shown_as: null })
  expect(await screen.findByRole('button', { name: 'Send feedback' })).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText(/It is never public/)).toBeTruthy()
})

it('lets a mentor reply once to a published review', async () => {
  const theirs = { ...written, is_visible: true }
  show({ ...open, side: 'mentor', write_until: null, theirs, may_reply: true, shown_as: null })
  const part = (await screen.findByText('He listens.')).closest('section')!
  fireEvent.click(within(part).getByRole('button', { name: /Your reply to/ }))
  fireEvent.input(within(part).getByRole('textbox'), { target: { value: 'Thank you' } })
  fireEvent.click(within(part).getByRole('button', { name: 'Publish reply' }))
  await expect.poll(sent).toEqual([{ text: 'Thank you' }])
})

it('shows nothing where there is nothing to write or to read', async () => {
  show({ ...open, write_until: null, theirs_is_written: false })
  await expect.poll(() => calls.length).toBe(1)
  expect(screen.queryByRole('heading')).toBeNull()
})

it('the rules of badges are for everybody, and a mentor sees the distance', async () => {
  network({})
  visit({ address: '/badges', path: '/badges', component: BadgesPage, as: null })
  expect(await screen.findByText('25 sessions completed')).toBeTruthy()
  expect(screen.getByText('A rating of 4.8 or more')).toBeTruthy()

  const conditions = [{ measure: 'returning_students', at_least: 5, at_most: null, have: 3, is_met: false }]
  network({
    'GET /api/mentor/badges/': () => ({
      body: { items: [{ badge: 'returned_to', held_since: null, conditions }], next_cursor: null },
    }),
  })
  visit({ address: '/badges', path: '/badges', component: BadgesPage, as: { ...asha, roles: ['student', 'mentor'] } })
  expect(await screen.findByText('You: 3')).toBeTruthy()
  expect(screen.getByText('You do not hold this badge')).toBeTruthy()
})
