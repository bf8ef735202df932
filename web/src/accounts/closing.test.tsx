import { fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '../lib/me'
import { now } from '../lib/clock'
import { asha, network, visit, type Call } from '../test/world'
import CloseSection from './CloseSection'
import type { Closing } from './closing.queries'

const DAY = 86_400_000
const at = (days: number) => new Date(now() + days * DAY).toISOString()
const session = {
  booking_id: 'booking-1',
  state: 'confirmed' as const,
  side: 'student' as const,
  other_name: 'Tomás Ferreira',
  offer_title: 'Portfolio review',
  start_time: at(2),
  time_zone: 'Asia/Kolkata',
  amount_minor: 130_000,
  currency: 'INR',
  refund_minor: 65_000,
}
const open: Closing = {
  closing_at: null,
  until: at(30),
  proof: 'password',
  sessions: [
    session,
    { ...session, booking_id: 'booking-2', amount_minor: 0, refund_minor: 0, other_name: 'Mira Rao' },
  ],
  refunds_to_me: [{ amount_minor: 65_000, currency: 'INR' }],
  refunds_by_me: [],
  earnings: [],
}
const closed: Closing = { ...open, closing_at: at(0), sessions: [], refunds_to_me: [] }

let state: Closing
let calls: Call[]
const sent = (method: string) => calls.filter(({ route }) => route.startsWith(method)).map(({ body }) => body)
const show = (as: Me = asha) =>
  visit({ address: '/settings/close', path: '/settings/close', component: CloseSection, as })

beforeEach(() => {
  state = open
  calls = network({
    'GET /api/account/closing/': () => ({ body: state }),
    'POST /api/account/closing/': (body) =>
      (body as { password: string }).password === 'right password'
        ? { body: (state = closed) }
        : {
            status: 422,
            body: { code: 'invalid_input', status: 422, errors: { password: ['This is not your password'] } },
          },
    'DELETE /api/account/closing/': () => ({ body: (state = open) }),
  })
})

const ask = async (password: string) => {
  fireEvent.click(await screen.findByRole('button', { name: 'Close my account' }))
  fireEvent.input(await screen.findByLabelText('Your password'), { target: { value: password } })
  fireEvent.click(screen.getAllByRole('button', { name: 'Close my account' }).at(-1)!)
}

describe('closing an account', () => {
  it('shows before it is asked for every session with what comes back', async () => {
    show()
    expect((await screen.findByText('Tomás Ferreira')).closest('li')?.textContent).toContain('₹650 comes back to you')
    expect(screen.getByText('Mira Rao').closest('li')?.textContent).toContain('Free')
    expect(screen.getByText('Comes back to you').nextElementSibling?.textContent).toBe('₹650.00')
    expect(screen.queryByText(/Students cannot find/)).toBeNull()
    expect(sent('POST')).toEqual([])
  })

  it('keeps a wrong password beside its field, and what was typed', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Close my account' }))
    fireEvent.input(await screen.findByLabelText(/Why do you leave/), { target: { value: 'I found a job' } })
    fireEvent.input(screen.getByLabelText('Your password'), { target: { value: 'wrong' } })
    fireEvent.click(screen.getAllByRole('button', { name: 'Close my account' }).at(-1)!)
    await waitFor(() => expect(screen.getByLabelText('Your password').getAttribute('aria-invalid')).toBe('true'))
    expect((screen.getByLabelText(/Why do you leave/) as HTMLTextAreaElement).value).toBe('I found a job')
    expect(sent('POST')).toEqual([{ password: 'wrong', reason: 'I found a job' }])
  })

  it('says until when it can be taken back, and takes it back', async () => {
    show()
    await ask('right password')
    expect((await screen.findByRole('heading', { name: /Your account closes on/ })).textContent).toMatch(/IST$/)
    expect(screen.queryByText('Mira Rao')).toBeNull()
    fireEvent.click(await screen.findByRole('button', { name: 'Keep my account' }))
    await screen.findByRole('button', { name: 'Close my account' })
    expect(sent('DELETE')).toHaveLength(1)
  })

  it('asks somebody without a password for none', async () => {
    state = { ...open, proof: 'recent_sign_in', sessions: [] }
    show()
    expect(await screen.findByText(/nothing is cancelled/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: 'Close my account' }))
    await screen.findByText(/a log-in of the last 15 minutes/)
    expect(screen.queryByLabelText('Your password')).toBeNull()
  })

  it('tells a mentor what it does to the students', async () => {
    state = {
      ...open,
      sessions: [{ ...session, side: 'mentor', refund_minor: 130_000 }],
      refunds_to_me: [],
      refunds_by_me: [{ amount_minor: 130_000, currency: 'INR' }],
      earnings: [{ amount_minor: 500_000, currency: 'INR' }],
    }
    show({ ...asha, roles: ['student', 'mentor'], mentor_id: 'M000001' })
    expect(await screen.findByText(/offered three similar mentors/)).toBeTruthy()
    expect(screen.getByText('Goes back to your students').nextElementSibling?.textContent).toBe('₹1,300.00')
    expect(screen.getByText('Earned and still yours').nextElementSibling?.textContent).toBe('₹5,000.00')
  })
})
