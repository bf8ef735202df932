import { fireEvent, screen, within } from '@solidjs/testing-library'
import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { asha, heldBooking, network, visit } from '../test/world'
import type { Booking } from './bookings.queries'
import SessionsPage from './SessionsPage'

const inHours = (hours: number) => new Date(now() + hours * 3_600_000).toISOString()
const tomas: typeof asha = { ...asha, roles: ['mentor'], mentor_id: 'M000001', time_zone: 'Europe/Lisbon' }
const asked = (change: Partial<Booking>) =>
  heldBooking({ state: 'pending', needs_confirmation: true, hold_expires_at: null, answer_by: inHours(20), ...change })
const proposed = (nth: number) =>
  asked({ id: `time-${nth}`, proposal_id: 'proposal-1', start_time: inHours(40 + nth), end_time: inHours(40.75 + nth) })

function open(upcoming: Booking[], requests: Booking[], as = tomas) {
  // Which of the lists is asked for stands in the query.
  const lists: Record<string, Booking[]> = { upcoming, to_answer: requests, past: [] }
  network({})
  const network_ = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.origin)
    if (url.pathname !== '/api/bookings/') return network_(input, init)
    const items = lists[url.searchParams.get('when') ?? 'upcoming']
    return new Response(JSON.stringify({ items, next_cursor: null }), {
      headers: { 'Content-Type': 'application/json' },
    })
  }
  visit({ address: '/sessions', path: '/sessions', component: SessionsPage, as })
}

it('a mentor meets the requests first, a proposal as one of them, and none of them twice', async () => {
  const single = asked({ id: 'single' })
  const times = [proposed(0), proposed(1), proposed(2)]
  open([...times, single], [...times, single])
  const requests = within(await screen.findByRole('region', { name: /Waiting for your answer/ }))
  expect(requests.getByText('2 requests wait')).toBeTruthy()
  expect(requests.getAllByRole('button', { name: /^Take / })).toHaveLength(3)
  expect(requests.getAllByRole('button', { name: /^Confirm / })).toHaveLength(1)
  expect(screen.getAllByRole('link', { name: /Asha/ })).toHaveLength(2)
})

it('a decline can be thought over', async () => {
  const single = asked({ id: 'single' })
  open([single], [single])
  fireEvent.click(await screen.findByRole('button', { name: /^Decline the request of / }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Keep it' }))
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: /^Confirm / })).toBeTruthy()
})

it('a student sees what waits for the mentor in the list itself', async () => {
  open([asked({ id: 'single', start_time: inHours(90) }), asked({ id: 'other' })], [], asha)
  expect(await screen.findByText('To be confirmed', { selector: 'li *' })).toBeTruthy()
  expect(screen.queryByRole('region', { name: /Waiting for your answer/ })).toBeNull()
})
