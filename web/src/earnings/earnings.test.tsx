import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { asha, network, visit, type Call } from '../test/world'
import type { Earnings } from './earnings.queries'
import EarningsPage from './EarningsPage'
import PayoutsSection from './PayoutsSection'
import { spanOf } from './period'

const mira = { ...asha, roles: ['student' as const, 'mentor' as const], mentor_id: 'M000001' }
const inHours = (hours: number) => new Date(now() + hours * 3_600_000).toISOString()
const profile = {
  legal_name: 'Mira Kulkarni',
  country: 'IN',
  method: 'bank' as const,
  destination: 'HDFC ••••7890',
  pan: null,
  tax_number: null,
  changed_at: inHours(-200),
  payable_from: inHours(-128),
}
const session = { id: 'b1', offer_title: 'Mock interview', student_name: 'Asha Pillai', start_time: inHours(-80) }
const books: Earnings = {
  balance: {
    currency: 'INR',
    available_minor: 165_000,
    held_minor: 135_000,
    on_its_way_minor: 60_000,
    total_minor: 360_000,
    paid_out_minor: 0,
    least_withdrawal_minor: 50_000,
  },
  currencies: ['INR'],
  period: {
    from: '2026-11-16',
    to: '2026-11-29',
    currency: 'INR',
    earned_minor: 360_000,
    weeks: [
      { from: '2026-11-16', to: '2026-11-22', earned_minor: 225_000, sessions: 2 },
      { from: '2026-11-23', to: '2026-11-29', earned_minor: 135_000, sessions: 1 },
    ],
    offers: [{ offer_id: 'o', title: 'Mock interview', earned_minor: 360_000, sessions: 3 }],
  },
  releases: [
    {
      booking_id: 'b1',
      offer_title: 'Mock interview',
      student_name: 'Asha Pillai',
      amount_minor: 135_000,
      currency: 'INR',
      release_at: inHours(20),
      state: 'waiting',
    },
  ],
  lines: {
    items: [
      {
        id: 'withdrawal:1',
        kind: 'withdrawn',
        at: inHours(-1),
        amount_minor: -60_000,
        gross_minor: null,
        commission_minor: null,
        booking: null,
      },
      {
        id: 'refund:1',
        kind: 'refunded',
        at: inHours(-50),
        amount_minor: -45_000,
        gross_minor: -50_000,
        commission_minor: -5_000,
        booking: session,
      },
      {
        id: 'capture:1',
        kind: 'captured',
        at: inHours(-90),
        amount_minor: 135_000,
        gross_minor: 150_000,
        commission_minor: 15_000,
        booking: session,
      },
    ],
    next_cursor: null,
  },
  profile,
}
let shown: Earnings
let calls: Call[]
let refusal: { status: number; body: unknown } | undefined

beforeEach(() => {
  shown = structuredClone(books)
  refusal = undefined
  calls = network({
    'GET /api/mentor/earnings/': () => ({ body: shown }),
    'GET /api/mentor/withdrawals/': () => ({ body: { items: [], next_cursor: null } }),
    'POST /api/mentor/withdrawals/': (body) =>
      refusal ?? { status: 201, body: { withdrawal: { ...(body as object), id: 'w1' }, balance: shown.balance } },
    'GET /api/account/security/': () => ({ body: { has_password: true } }),
    'GET /api/mentor/payout-profile/': () => ({ body: { profile: shown.profile } }),
    'PUT /api/mentor/payout-profile/': () => refusal ?? { body: { profile } },
  })
})
const open = () => visit({ address: '/earnings', path: '/earnings', component: EarningsPage, as: mira })
const asked = (route: string) => calls.filter((call) => call.route === route)

describe('the earnings page', () => {
  it('shows three amounts and the fourth that they add up to', async () => {
    open()
    const sums = await screen.findByRole('region', { name: 'Your money' })
    for (const amount of ['₹1,650.00', '₹1,350.00', '₹600.00', '₹3,600.00'])
      expect(within(sums).getAllByText(amount).length).toBeGreaterThan(0)
  })

  it('tells every line with its story and its parts', async () => {
    open()
    expect(await screen.findByText(/Asha Pillai.* paid ₹1,500 for/)).toBeTruthy()
    expect(screen.getByText('₹1,500 less ₹150 commission')).toBeTruthy()
    expect(screen.getByText(/₹500 went back to/)).toBeTruthy()
    expect(screen.getByText('+₹1,350')).toBeTruthy()
    expect(screen.getByText('You asked for a withdrawal')).toBeTruthy()
  })

  it('has each week in a table as well', async () => {
    open()
    fireEvent.click(await screen.findByText('Show as a table'))
    const [weeks] = screen.getAllByRole('table', { hidden: true })
    const rows = within(weeks!).getAllByRole('row', { hidden: true })
    expect(rows.map((row) => row.textContent)).toEqual([
      'Week ofSessionsEarned',
      expect.stringMatching(/23.*1₹1,350$/),
      expect.stringMatching(/16.*2₹2,250$/),
    ])
    expect(screen.getByRole('img', { name: /₹3,600 earned from/ })).toBeTruthy()
  })

  it('asks for an account first where there is none, and for nothing below the least amount', async () => {
    shown.profile = null
    const first = open()
    expect(await screen.findByRole('link', { name: 'Say where your money goes' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull()
    shown = { ...structuredClone(books), balance: { ...books.balance, available_minor: 49_999 } }
    await first.client.invalidateQueries()
    expect(await screen.findByText(/You can withdraw from ₹500 on/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull()
  })

  it('says what will be here before the first session', async () => {
    shown = { ...structuredClone(books), currencies: [] }
    open()
    expect(await screen.findByText('Your earnings will be here')).toBeTruthy()
  })
})

describe('a withdrawal', () => {
  const begin = async () => {
    open()
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw' }))
    return screen.findByLabelText<HTMLInputElement>('Amount in INR')
  }

  it('begins with all that is available and sends what is typed, once', async () => {
    const field = await begin()
    expect(field.value).toBe('1650')
    fireEvent.input(field, { target: { value: '1,000.50' } })
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw ₹1,000.50' }))
    await waitFor(() => expect(asked('POST /api/mentor/withdrawals/')).toHaveLength(1))
    expect(asked('POST /api/mentor/withdrawals/')[0]).toMatchObject({
      body: { amount_minor: 100_050, currency: 'INR' },
      key: expect.stringMatching(/-/),
    })
  })

  it('is not sent while the amount is none, too little or too much', async () => {
    const field = await begin()
    for (const typed of ['', 'all', '1.234', '499', '1650.01']) {
      fireEvent.input(field, { target: { value: typed } })
      expect(field.getAttribute('aria-invalid')).toBe('true')
      const button = screen.getAllByRole<HTMLButtonElement>('button', { name: 'Withdraw' }).at(-1)
      expect(button?.disabled).toBe(true)
    }
    expect(asked('POST /api/mentor/withdrawals/')).toHaveLength(0)
  })

  it('keeps its amount and its key when the answer is lost', async () => {
    refusal = { status: 500, body: { code: 'unexpected', status: 500, request_id: 'r' } }
    const field = await begin()
    const send = () => fireEvent.click(screen.getByRole('button', { name: 'Withdraw ₹1,650.00' }))
    send()
    await screen.findByRole('alert')
    expect(field.value).toBe('1650')
    send()
    await waitFor(() => expect(asked('POST /api/mentor/withdrawals/')).toHaveLength(2))
    const [first, second] = asked('POST /api/mentor/withdrawals/')
    expect(first?.key).toBe(second?.key)
  })
})

describe('the payout account', () => {
  const settings = () =>
    visit({ address: '/settings/payouts', path: '/settings/payouts', component: PayoutsSection, as: mira })
  const type = (label: string | RegExp, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } })

  it('is shown masked and since when', async () => {
    settings()
    expect(await screen.findByText('HDFC ••••7890')).toBeTruthy()
    expect(screen.queryByLabelText('Account number')).toBeNull()
  })

  it('keeps what was typed when it is refused, with the fault beside its field', async () => {
    shown.profile = null
    refusal = { status: 422, body: { code: 'invalid_input', status: 422, errors: { iban: ['wrong'] } } }
    settings()
    fireEvent.click(await screen.findByRole('radio', { name: /by IBAN/ }))
    type('Legal name', 'Mira Kulkarni')
    type('IBAN', 'DE89 3704')
    type(/^BIC/, 'COBADEFF')
    await screen.findByLabelText('Your password')
    type('Your password', 'right')
    fireEvent.click(screen.getByRole('button', { name: 'Save the account' }))
    expect(await screen.findByText('This IBAN has a wrong digit or length')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('IBAN').value).toBe('DE89 3704')
    expect(asked('PUT /api/mentor/payout-profile/')[0]?.body).toEqual({
      legal_name: 'Mira Kulkarni',
      country: 'IN',
      method: 'iban',
      iban: 'DE89 3704',
      bic: 'COBADEFF',
      pan: null,
      tax_number: null,
      password: 'right',
    })
  })

  it('asks for the password again where it was wrong', async () => {
    shown.profile = null
    refusal = { status: 422, body: { code: 'invalid_input', status: 422, errors: { password: ['no'] } } }
    settings()
    await screen.findByLabelText('Your password')
    fireEvent.submit(screen.getByRole('button', { name: 'Save the account' }).closest('form')!)
    await waitFor(() => expect(screen.getByLabelText('Your password').getAttribute('aria-invalid')).toBe('true'))
  })
})

it.each([
  ['2026-11-25', 1, '2026-11-23'],
  ['2026-11-23', 2, '2026-11-16'],
  ['2026-11-29', 12, '2026-09-07'],
])('weeks that end on %s: %i of them begin on %s', (today, weeks, from) =>
  expect(spanOf(today, weeks)).toEqual({ from, to: today }),
)
