import { MemoryRouter, createMemoryHistory, Route } from '@solidjs/router'
import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, render } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import type { Booking, BookingDetail } from '../bookings/bookings.queries'
import type { Me } from '../lib/me'
import type { Offer } from '../mentors/mentors.calls'
import { now } from '../lib/clock'

export const asha: Me = {
  id: 'account-asha',
  name: 'Asha Pillai',
  email: 'asha@example.com',
  email_verified: true,
  roles: ['student'],
  student_id: 'S000001',
  mentor_id: null,
  time_zone: 'Asia/Kolkata',
  picture_url: null,
  birth_date_known: true,
  is_minor: false,
  is_closing: false,
  staff_roles_waiting: false,
}

const HOUR = 3_600_000
const inMs = (ms: number) => new Date(now() + ms).toISOString()

/** One to one, booked at once, 45 minutes for ₹1,300. */
export function anOffer(change: Partial<Offer> = {}): Offer {
  return {
    id: 'offer-1',
    title: 'Portfolio review',
    description: null,
    minutes: 45,
    amount_minor: 130_000,
    currency: 'INR',
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    minimum_notice_minutes: 60,
    horizon_days: 60,
    most_per_day: null,
    kind: 'one_to_one',
    seats: null,
    seat_prices: [],
    most_per_student: null,
    most_per_week: null,
    needs_confirmation: false,
    adults_only: false,
    refund_policy: 'flexible',
    reschedule_notice_minutes: 0,
    cancel_notice_minutes: 0,
    questions: [],
    ...change,
  }
}

/** A session in two days, held for ten minutes and not paid yet. */
export function heldBooking(change: Partial<Booking> = {}): Booking {
  return {
    id: 'booking-1',
    state: 'held',
    mentor_id: 'M000001',
    student_id: 'S000001',
    offer_id: 'offer-1',
    offer_title: 'Portfolio review',
    minutes: 45,
    start_time: inMs(48 * HOUR),
    end_time: inMs(48.75 * HOUR),
    time_zone: 'Asia/Kolkata',
    hold_expires_at: inMs(600_000),
    amount_minor: 130_000,
    currency: 'INR',
    answers: {},
    created_at: inMs(0),
    mentor: { name: 'Tomás Ferreira', picture_url: null, time_zone: 'Europe/Lisbon' },
    student: { name: 'Asha Pillai', picture_url: null, time_zone: 'Asia/Kolkata' },
    kind: 'one_to_one',
    room_id: 'room-1',
    needs_confirmation: false,
    answer_by: null,
    proposal_id: null,
    sequence: 0,
    questions: [],
    cancel_until: inMs(600_000),
    refund_policy: [
      { until: inMs(24 * HOUR), amount_minor: 130_000 },
      { until: inMs(48 * HOUR), amount_minor: 65_000 },
    ],
    order: {
      id: 'order-1',
      booking_id: 'booking-1',
      state: 'created',
      amount_minor: 130_000,
      currency: 'INR',
      razorpay_order_id: null,
      key_id: null,
    },
    ...change,
  }
}

/** The same, paid and agreed, with all that its page shows. */
export function agreedSession(change: Partial<BookingDetail> = {}): BookingDetail {
  return {
    ...heldBooking({ state: 'confirmed', hold_expires_at: null, cancel_until: inMs(48 * HOUR) }),
    history: [
      { state: 'held', actor: 'student', at: inMs(-2 * HOUR), detail: null },
      { state: 'confirmed', actor: 'product', at: inMs(-1.9 * HOUR), detail: null },
    ],
    move: null,
    moves_freely_until: null,
    proposed: [],
    seats_taken: null,
    cancel_reason: null,
    private_note: '',
    conversation_id: null,
    ...change,
  }
}

type Said = { status?: number; body: unknown }
type Answers = Record<string, (body: unknown) => Said>
export type Call = { route: string; body: unknown; key: string | null }

/** The server as the browser meets it: what each `METHOD path` answers, and what was asked so far. */
export function network(answers: Answers): Call[] {
  const calls: Call[] = []
  globalThis.fetch = async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(String(input), location.origin), init)
    const route = `${request.method} ${new URL(request.url).pathname}`
    const text = await request.text()
    const body: unknown = text ? JSON.parse(text) : undefined
    calls.push({ route, body, key: request.headers.get('Idempotency-Key') })
    const { status = 200, body: said } = answers[route]?.(body) ?? {
      status: 404,
      body: { code: 'not_found', status: 404 },
    }
    return new Response(JSON.stringify(said), { status, headers: { 'Content-Type': 'application/json' } })
  }
  return calls
}

/** A page at its address, with somebody signed in; the page visited before is left. */
export function visit(page: { address: string; path: string; component: Component; as?: Me | null }) {
  cleanup()
  const history = createMemoryHistory()
  history.set({ value: page.address, replace: true })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } })
  client.setQueryData(['me'], page.as === undefined ? asha : page.as)
  render(() => (
    <QueryClientProvider client={client}>
      <MemoryRouter history={history}>
        <Route path={page.path} component={page.component} />
        <Route path="*" component={() => <p>another page</p>} />
      </MemoryRouter>
    </QueryClientProvider>
  ))
  return { history, client }
}
