import { fireEvent, screen, within } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { anOffer, network, visit, type Call } from '../test/world'
import type { Offer } from './availability.queries'
import { OfferDialog } from './OfferDialog'

let calls: Call[]
let changed: number
beforeEach(() => {
  changed = 0
  calls = network({
    'GET /api/currencies/': () => ({ body: { items: ['INR', 'USD'] } }),
    'POST /api/mentor/offers/': () => ({ status: 201, body: anOffer() }),
    'PUT /api/mentor/offers/offer-1/': () => ({ body: anOffer() }),
  })
})
afterEach(() => document.body.replaceChildren())

const open = (offer?: Offer) =>
  visit({
    address: '/',
    path: '/',
    component: () => (
      <OfferDialog offer={offer} onClose={() => undefined} onChanged={() => changed++} onRemoved={() => undefined} />
    ),
  })
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const send = async (name = 'Save') => fireEvent.click(await screen.findByRole('button', { name }))
const sent = (method: string) => calls.filter(({ route }) => route.startsWith(method)).map(({ body }) => body)

const full = anOffer({
  kind: 'group',
  seats: 8,
  seat_prices: [{ taken: 3, amount_minor: 45_000 }],
  buffer_before_minutes: 7,
  minimum_notice_minutes: 95,
  horizon_days: 33,
  most_per_week: 4,
  needs_confirmation: true,
  adults_only: true,
  refund_policy: 'strict',
  cancel_notice_minutes: 90,
  reschedule_notice_minutes: 45,
  questions: [
    { id: 'q1', text: 'What have you tried?', required: true },
    { id: 'q2', text: 'A link to look at?', required: false },
  ],
})

it('an offer that only gets another name keeps everything else, shown or not', async () => {
  open(full)
  type('What is it called?', 'Office hours')
  await send()
  const { id: _, ...rest } = full
  await expect.poll(() => sent('PUT')).toEqual([{ ...rest, title: 'Office hours' }])
  expect(changed).toBe(1)
})

it('a free intro asks for no price, and says how often it is for one student', async () => {
  open()
  fireEvent.click(await screen.findByRole('radio', { name: /^Free intro/ }))
  type('What is it called?', 'Hello')
  expect(screen.queryByLabelText('Price')).toBeNull()
  await screen.findByText('An intro is free.')
  await expect.poll(() => calls.some(({ route }) => route === 'GET /api/currencies/')).toBe(true)
  await send('Add an offer')
  await expect
    .poll(() => sent('POST'))
    .toMatchObject([{ kind: 'intro', amount_minor: 0, most_per_student: 1, seats: null, currency: 'INR' }])
})

it('a group says what each seat costs, and a price that begins on no seat of it is blamed where it stands', async () => {
  open()
  fireEvent.click(await screen.findByRole('radio', { name: /^Group/ }))
  type('What is it called?', 'Office hours')
  type('Price of a seat', '300')
  const another = () => fireEvent.click(screen.getByRole('button', { name: 'Another price for later seats' }))
  const put = async (label: string, i: number, value: string) =>
    fireEvent.input((await screen.findAllByLabelText(label))[i]!, { target: { value } })
  another()
  await put('From seat', 0, '4')
  await put('Each costs, INR', 0, '450')
  another()
  await put('From seat', 1, '4')
  await send('Add an offer')
  expect(await screen.findByText('A seat between 5 and 6.')).toBeTruthy()
  expect(sent('POST')).toHaveLength(0)
  await put('From seat', 1, '6')
  await put('Each costs, INR', 1, '600')
  expect(screen.getByText('Seats 4 to 5: ₹450 each')).toBeTruthy()
  expect(screen.getByText('Seat 6: ₹600')).toBeTruthy()
  await send('Add an offer')
  const seat_prices = [
    { taken: 3, amount_minor: 45_000 },
    { taken: 5, amount_minor: 60_000 },
  ]
  await expect.poll(() => sent('POST')).toMatchObject([{ kind: 'group', seats: 6, amount_minor: 30_000, seat_prices }])
})

it('the policy is a table in the amounts of this offer, and follows what is typed', async () => {
  open(anOffer())
  const rows = () => within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true })
  await expect.poll(() => rows().map((row) => row.textContent)).toHaveLength(3)
  expect(rows()[1]!.textContent).toContain('₹1,300, all of it')
  type('Price', '500')
  fireEvent.click(screen.getByRole('radio', { name: 'Strict', hidden: true }))
  expect(rows().map((row) => row.textContent)).toEqual([
    'CancelledComes back',
    'up to 7 days before ₹500, all of it',
    'up to 2 days before ₹250',
    'up to the start nothing',
  ])
})

it('questions change places by the keyboard, keep what they are, and an empty one is named', async () => {
  open(full)
  const second = () => screen.getByLabelText('Question 2')
  fireEvent.keyDown(second(), { key: 'ArrowUp', altKey: true })
  expect((screen.getByLabelText('Question 1') as HTMLInputElement).value).toBe('A link to look at?')
  await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Question 1'))
  fireEvent.click(screen.getByRole('button', { name: 'Add a question', hidden: true }))
  type('Question 3', ' ')
  await send()
  expect(await screen.findByText('Write the question, or remove it.')).toBeTruthy()
  expect(screen.getByLabelText('Question 3').closest('details')!.open).toBe(true)
  type('Question 3', 'And next?')
  await send()
  await expect
    .poll(() => sent('PUT'))
    .toMatchObject([
      {
        questions: [
          { id: 'q2', text: 'A link to look at?', required: false },
          { id: 'q1', text: 'What have you tried?', required: true },
          { text: 'And next?', required: false },
        ],
      },
    ])
})
