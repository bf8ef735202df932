import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import worker from '../index'
import { slices } from '../slices'
import { admin, answer, api, freeSlots, hold, mentor, ORIGIN, student, type Person, type Teacher } from './world'

const routes = slices.flatMap((slice) => slice.routes).map(({ declared }) => declared)

/** Rows one call may read where nothing else is said: a page of twenty with what belongs to each. */
const ROWS = 400

interface Call {
  as?: Person
  path?: Record<string, string>
  query?: string
  body?: unknown
  /** Statuses that show the handler did its work. */
  status?: number
}
interface Scene {
  asha: Person
  mira: Teacher
  staff: Person
  booking: { id: string }
  order: { razorpay_order_id: string }
  conversation: { id: string }
}
let scene: Scene

beforeAll(async () => {
  const [asha, mira, staff] = [await student(), await mentor(), await admin()]
  const { booking } = await hold(asha, mira, 3)
  const { order } = await answer(
    api('POST', '/mentor/create-order/', { as: asha, body: { booking_id: booking.id } }),
    200,
  )
  const conversation = await answer(
    api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }),
    201,
  )
  scene = { asha, mira, staff, booking, order, conversation }
})

const week = () => `from=${new Date().toISOString()}&to=${new Date(Date.now() + 7 * 86_400_000).toISOString()}`

/** One call of every operation that goes all the way through. */
const CALLS: Record<string, () => Call | Promise<Call>> = {
  registerStudent: () => ({
    body: { name: 'A', email: 'a@example.com', password: 'long enough 1', accepted_terms: true },
    status: 201,
  }),
  registerMentor: () => ({
    body: { name: 'B', email: 'b@example.com', password: 'long enough 2', accepted_terms: true },
    status: 201,
  }),
  logIn: () => ({ body: { email: scene.asha.email, password: scene.asha.password } }),
  logOut: async () => ({ as: await student(), query: 'everywhere=true', status: 204 }),
  me: () => ({ as: scene.asha }),
  verifyEmail: () => ({ body: { token: 'x'.repeat(43) }, status: 404 }),
  issueSocketTicket: () => ({ as: scene.asha, status: 201 }),
  studentProfile: () => ({ as: scene.asha }),
  changeStudentProfile: () => ({ as: scene.asha, body: { name: 'Asha', college: 'COEP' } }),
  saveStudentDetail: () => ({ as: scene.asha, body: { skills: ['Go'], date_of_birth: '2001-02-03' } }),
  listMentors: () => ({ query: 'q=ravi' }),
  listMentorsAsStudent: () => ({ as: scene.asha, query: 'sort=price&currency=INR' }),
  mentor: () => ({ path: { mentor_id: scene.mira.mentor_id } }),
  mentorProfile: () => ({ as: scene.mira }),
  changeMentorProfile: () => ({
    as: scene.mira,
    body: { headline: 'Writes Go', languages: ['en', 'hi'], time_zone: 'Asia/Kolkata' },
  }),
  saveMentorDetail: () => ({ as: scene.mira, body: { expertise: ['Go', 'SQL'], company: 'Example' } }),
  myStudents: () => ({ as: scene.mira }),
  decideMentorApplication: () => ({
    as: scene.staff,
    path: { mentor_id: scene.mira.mentor_id },
    body: { decision: 'approve', reason: 'Read again' },
  }),
  myOffers: () => ({ as: scene.mira }),
  addOffer: () => ({
    as: scene.mira,
    body: { title: 'Chat', minutes: 30, amount_minor: 0, currency: 'INR' },
    status: 201,
  }),
  changeOffer: async () => ({
    as: scene.mira,
    path: { id: await spareOffer() },
    body: { title: 'Talk', minutes: 30, amount_minor: 0, currency: 'INR' },
  }),
  removeOffer: async () => ({ as: scene.mira, path: { id: await spareOffer() }, status: 204 }),
  myAvailability: () => ({ as: scene.mira }),
  replaceAvailability: () => ({
    as: scene.mira,
    body: { time_zone: 'Asia/Kolkata', weekly: [{ weekday: 1, start: '00:00', end: '24:00' }] },
  }),
  freeSlots: () => ({ path: { mentor_id: scene.mira.mentor_id }, query: `offer_id=${scene.mira.offer.id}&${week()}` }),
  holdSlot: async () => {
    const [slot] = await freeSlots(scene.mira)
    return {
      as: await student(),
      body: {
        mentor_id: scene.mira.mentor_id,
        offer_id: scene.mira.offer.id,
        start_time: slot?.start_time,
        time_zone: 'UTC',
      },
      status: 201,
    }
  },
  bookings: () => ({ as: scene.asha }),
  booking: () => ({ as: scene.asha, path: { id: scene.booking.id } }),
  cancelBooking: async () => {
    const who = await student()
    const { booking } = await hold(who, scene.mira, 5)
    return { as: who, path: { id: booking.id }, body: {} }
  },
  createOrder: () => ({ as: scene.asha, body: { booking_id: scene.booking.id } }),
  verifyPayment: () => ({
    as: scene.asha,
    body: {
      razorpay_order_id: scene.order.razorpay_order_id,
      razorpay_payment_id: 'pay_1',
      razorpay_signature: 'f'.repeat(64),
    },
    status: 400,
  }),
  receivePaymentWebhook: () => ({ body: { event: 'payment.captured' }, status: 400 }),
  conversationsOf: () => ({ as: scene.asha }),
  openConversation: () => ({ as: scene.asha, body: { with: scene.mira.mentor_id } }),
  messagesOf: () => ({ as: scene.asha, path: { conversation_id: scene.conversation.id } }),
  sendMessage: () => ({
    as: scene.asha,
    body: { conversation_id: scene.conversation.id, client_id: 'first-one', content: 'Hello' },
    status: 201,
  }),
  notificationsOf: () => ({ as: scene.asha }),
  readNotifications: () => ({ as: scene.asha, body: {} }),
  health: () => ({}),
  siteStatus: () => ({}),
  platformStats: () => ({}),
}

async function spareOffer(): Promise<string> {
  const body = { title: 'Spare', minutes: 30, amount_minor: 100, currency: 'INR' }
  return (await answer(api('POST', '/mentor/offers/', { as: scene.mira, body }), 201)).id
}

const asked = new Set<string>()
/** The database with an ear on it: every statement is kept, to be explained afterwards. */
const overheard = {
  prepare(query: string) {
    asked.add(query)
    return env.DB.prepare(query)
  },
  batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
} as unknown as D1Database

async function call(method: string, path: string, { as, path: names = {}, query, body }: Call): Promise<Response> {
  const address = path.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? name)
  const ctx = createExecutionContext()
  const request = new Request(`${ORIGIN}/api${address}${query ? `?${query}` : ''}`, {
    method: method.toUpperCase(),
    headers: {
      'cf-connecting-ip': '192.0.2.7',
      ...(as && { authorization: `Token ${as.token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await worker.fetch(request, { ...env, DB: overheard }, ctx)
  await waitOnExecutionContext(ctx)
  return response
}

describe.each(routes)('$operationId', ({ method, path, operationId, rows = ROWS }) => {
  it('answers in at most two round trips and a stated number of rows', async () => {
    const wish = await (CALLS[operationId] ?? (() => expect.fail(`no call for ${operationId}`)))()
    const response = await call(method, path, wish)
    const text = await response.text()
    expect([response.status, response.status === (wish.status ?? 200) || text]).toEqual([wish.status ?? 200, true])
    const [trips, read] = (response.headers.get('x-trips') ?? '').split(' ').map(Number)
    expect(trips).toBeLessThanOrEqual(2)
    expect(read).toBeLessThanOrEqual(rows)
  })
})

/** Tables that stay small by their nature: one row, or rows of this one request. */
const SMALL =
  /^SCAN (platform_totals|site_status|counters|json_each|mentor_search|\(subquery-\d+\)|CONSTANT ROW|value|x|\d+ CONSTANT ROWS?)\b/

it('never scans a table that grows', async () => {
  const scans: string[] = []
  for (const query of asked) {
    if (!/^\s*(select|with|insert|update|delete)/i.test(query)) continue
    const count = query.match(/\?/g)?.length ?? 0
    const plan = await env.DB.prepare(`explain query plan ${query}`)
      .bind(...Array(count).fill(null))
      .all<{ detail: string }>()
    for (const { detail } of plan.results) {
      if (detail.startsWith('SCAN') && !SMALL.test(detail) && !/USING (COVERING )?INDEX/.test(detail))
        scans.push(`${detail} in ${query.slice(0, 200)}`)
    }
  }
  expect(asked.size).toBeGreaterThan(40)
  expect(scans).toEqual([])
})
