import { env } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { moveClock, now } from '../lib/clock'
import { runJobs } from '../lib/jobs'
import { bookingNow, checkout, pay, rows, verify } from '../payments/desk'
import {
  answer,
  api,
  eventually,
  freeSlots,
  hold,
  mentor,
  minor,
  student,
  type Person,
  type Teacher,
} from '../test/world'
import { bookingJobs } from './bookings.jobs'

const wish = (teacher: Teacher, start_time: string, more: Record<string, unknown> = {}) => ({
  mentor_id: teacher.mentor_id,
  offer_id: teacher.offer.id,
  start_time,
  time_zone: 'Asia/Kolkata',
  ...more,
})
const book = (as: Person, body: unknown) => api('POST', '/student/book-session/', { as, body })
const act = (as: Person, id: string, what: string, body?: unknown) =>
  api('POST', `/bookings/${id}/${what}/`, { as, ...(body !== undefined && { body }) })
const told = async (id: string) =>
  (
    await rows<{ kind: string }>("select kind from notifications where data ->> 'booking_id' = ? order by kind", id)
  ).map(({ kind }) => kind)
const refunded = (id: string) =>
  eventually(async () => {
    const { order } = await bookingNow2(id)
    return order.state === 'refunded' ? order : undefined
  })
let reader: Person
const bookingNow2 = (id: string) => bookingNow(reader, id)

it('a paid request waits for the mentor, and the mentor says yes once', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { needs_confirmation: true })]
  const { booking, order } = await checkout(ila, ravi)
  expect(booking).toMatchObject({ state: 'held', needs_confirmation: true, answer_by: null })
  const paid = await answer(verify(ila, await pay(order.razorpay_order_id)), 200)
  expect(paid.booking).toMatchObject({ state: 'pending', order: { state: 'captured' } })
  const seen = await bookingNow(ravi, booking.id)
  expect(seen.state).toBe('pending')
  expect(seen.answer_by).toBe(paid.booking.answer_by)
  expect(Date.parse(seen.answer_by)).toBeLessThanOrEqual(Date.parse(seen.start_time) - 0)
  expect(
    (await answer(api('GET', '/bookings/?when=to_answer', { as: ravi }), 200)).items.map((one: any) => one.id),
  ).toEqual([booking.id])
  expect((await answer(api('GET', '/bookings/?when=to_answer', { as: ila }), 200)).items).toEqual([])
  await answer(act(ila, booking.id, 'confirm'), 403)
  await answer(act(await mentor(), booking.id, 'confirm'), 404)
  const answers = await Promise.all(Array.from({ length: 8 }, () => act(ravi, booking.id, 'confirm')))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
  expect(await bookingNow(ila, booking.id)).toMatchObject({ state: 'confirmed', answer_by: null })
  expect(await told(booking.id)).toEqual([
    'booking_confirmed',
    'booking_received',
    'booking_requested',
    'payment_received',
    'request_received',
  ])
  await answer(act(ravi, booking.id, 'decline', {}), 409)
})

it('a no gives everything back', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { needs_confirmation: true })]
  const { booking, order } = await checkout(ila, ravi)
  await answer(verify(ila, await pay(order.razorpay_order_id)), 200)
  const declined = await answer(act(ravi, booking.id, 'decline', { reason: 'I am away' }), 200)
  expect(declined).toMatchObject({ state: 'cancelled' })
  reader = ila
  expect((await refunded(booking.id)).amount_minor).toBe(150_000)
  await answer(act(ravi, booking.id, 'confirm'), 409)
  expect((await freeSlots(ravi)).map(({ start_time }) => start_time)).toContain(booking.start_time)
})

it('a student who takes a request back before the answer gets everything back, however soon it is', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { needs_confirmation: true, refund_policy: 'strict' })]
  const { booking, order } = await checkout(ila, ravi)
  await answer(verify(ila, await pay(order.razorpay_order_id)), 200)
  await answer(act(ila, booking.id, 'cancel', {}), 200)
  reader = ila
  await refunded(booking.id)
})

it('silence ends a request with everything given back', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { needs_confirmation: true })]
  const { booking, order } = await checkout(ila, ravi, 5)
  const paid = await answer(verify(ila, await pay(order.razorpay_order_id)), 200)
  const until = Date.parse(paid.booking.answer_by)
  await moveClock(env, new Date(until - 30_000))
  expect((await bookingNow(ila, booking.id)).state).toBe('pending')
  await moveClock(env, new Date(until))
  expect((await bookingNow(ila, booking.id)).state).toBe('expired')
  await answer(act(ravi, booking.id, 'confirm'), 409)
  await runJobs(env, bookingJobs)
  reader = ila
  await refunded(booking.id)
  expect((await told(booking.id)).filter((kind) => kind === 'request_unanswered')).toHaveLength(2)
  await runJobs(env, bookingJobs)
  expect(await rows('select 1 from refunds where order_id = ?', order.id)).toHaveLength(1)
})

it('a free request is asked at once, without an order to pay', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { kind: 'intro', amount_minor: 0, needs_confirmation: true })]
  const { booking } = await hold(ila, ravi)
  expect(booking.state).toBe('pending')
  expect((await answer(act(ravi, booking.id, 'confirm'), 200)).state).toBe('confirmed')
})

it('a mentor who takes new students by request is asked about strangers alone', async () => {
  const ravi = await mentor({}, { kind: 'intro', amount_minor: 0, most_per_student: 5 })
  const ila = await student()
  const { booking } = await hold(ila, ravi)
  expect(booking.state).toBe('confirmed')
  await answer(
    api('PUT', '/mentor/intake/', { as: ravi, body: { new_students: 'by_request', most_sessions_per_week: null } }),
    200,
  )
  expect((await hold(ila, ravi, 1)).booking.state).toBe('confirmed')
  expect((await hold(await student(), ravi, 2)).booking.state).toBe('pending')
})

it('a mentor who pauses is closed to strangers and says so, and open to students there are', async () => {
  const ravi = await mentor({}, { kind: 'intro', amount_minor: 0, most_per_student: 5 })
  const [ila, stranger] = [await student(), await student()]
  const [slot] = await freeSlots(ravi)
  await hold(ila, ravi, 4)
  await answer(
    api('PUT', '/mentor/intake/', { as: ravi, body: { new_students: 'paused', most_sessions_per_week: null } }),
    200,
  )
  expect(await freeSlots(ravi)).toEqual([])
  expect((await answer(book(stranger, wish(ravi, slot!.start_time)), 409)).code).toBe('not_taking_students')
  expect((await answer(api('GET', `/mentors/${ravi.mentor_id}/`), 200)).new_students).toBe('paused')
  expect((await answer(api('GET', `/mentors/${ravi.mentor_id}/standing/`, { as: ila }), 200)).is_known).toBe(true)
  expect((await answer(book(ila, wish(ravi, slot!.start_time)), 201)).booking.state).toBe('confirmed')
})

it('an offer for adults is not for a minor, whatever the guardian says', async () => {
  const ravi = await mentor({}, { adults_only: true })
  const [slot] = await freeSlots(ravi)
  expect((await answer(book(await minor(), wish(ravi, slot!.start_time)), 403)).code).toBe('adults_only')
})

it('required questions are answered before the time is held', async () => {
  const questions = [
    { text: 'What did you try?', required: true },
    { text: 'Anything else?', required: false },
  ]
  const [ila, ravi] = [await student(), await mentor({}, { questions })]
  const id = ravi.offer.questions[0]!.id
  const [slot] = await freeSlots(ravi)
  const refused = await answer(book(ila, wish(ravi, slot!.start_time, { answers: { [id]: '  ' } })), 422)
  expect(refused.errors).toEqual({ [`/answers/${id}`]: ['Required'] })
  const { booking } = await answer(book(ila, wish(ravi, slot!.start_time, { answers: { [id]: 'Everything' } })), 201)
  expect(booking.questions[0]).toMatchObject({ id, text: 'What did you try?' })
  await answer(
    api('PUT', `/mentor/offers/${ravi.offer.id}/`, {
      as: ravi,
      body: { title: 'Other', minutes: 60, amount_minor: 1, currency: 'INR' },
    }),
    200,
  )
  expect((await bookingNow(ravi, booking.id)).questions).toHaveLength(2)
})

it('counts a day, a week, a student and the whole of a mentor', async () => {
  const starts = async (teacher: Teacher) => (await freeSlots(teacher, 14)).map(({ start_time }) => start_time)
  const weekOf = (iso: string) => Math.floor((Date.parse(iso) + 5.5 * 3_600_000 + 3 * 86_400_000) / (7 * 86_400_000))
  const ravi = await mentor({}, { kind: 'intro', amount_minor: 0, most_per_week: 1 })
  const ila = await student()
  const [first, ...rest] = await starts(ravi)
  await answer(book(ila, wish(ravi, first!)), 201)
  const left = await starts(ravi)
  expect(left.some((start) => weekOf(start) === weekOf(first!))).toBe(false)
  const same = rest.find((start) => weekOf(start) === weekOf(first!))
  if (same) await answer(book(await student(), wish(ravi, same)), 409)
  // An intro is once for each student.
  const again = await answer(book(ila, wish(ravi, left[0]!)), 409)
  expect(again.code).toBe('slot_taken')

  const mina = await mentor({}, { amount_minor: 0 })
  await answer(
    api('PUT', '/mentor/intake/', { as: mina, body: { new_students: 'open', most_sessions_per_week: 2 } }),
    200,
  )
  const [one, two, ...others] = await starts(mina)
  expect(weekOf(two!)).toBe(weekOf(one!))
  await answer(book(await student(), wish(mina, one!)), 201)
  await answer(
    book(
      await student(),
      wish(
        mina,
        others.find((start) => Date.parse(start) >= Date.parse(one!) + 3_600_000)!,
      ),
    ),
    201,
  )
  expect((await starts(mina)).some((start) => weekOf(start) === weekOf(one!))).toBe(false)
})

it('refuses an offer whose parts do not go together', async () => {
  const ravi = await mentor()
  const offer = { title: 'Group', minutes: 60, amount_minor: 1000, currency: 'INR' }
  for (const [more, field] of [
    [{ kind: 'group' }, 'seats'],
    [{ seats: 4 }, 'seats'],
    [{ kind: 'intro' }, 'amount_minor'],
    [{ most_per_student: 1 }, 'most_per_student'],
    [{ kind: 'group', seats: 4, seat_prices: [{ taken: 4, amount_minor: 1 }] }, 'seat_prices'],
    [
      {
        kind: 'group',
        seats: 4,
        seat_prices: [
          { taken: 2, amount_minor: 1 },
          { taken: 2, amount_minor: 2 },
        ],
      },
      'seat_prices',
    ],
    [{ refund_policy: 'mine' }, 'refund_policy'],
    [{ currency: 'KWD', amount_minor: 12_345 }, 'amount_minor'],
  ] as const) {
    const { errors } = await answer(api('POST', '/mentor/offers/', { as: ravi, body: { ...offer, ...more } }), 422)
    expect(Object.keys(errors)).toEqual([field])
  }
})

it('each policy gives back exactly what it shows', async () => {
  const HOURS = { flexible: [24, 0], moderate: [48, 24], strict: [168, 48] }
  for (const [refund_policy, hours] of Object.entries(HOURS)) {
    const ravi = await mentor({}, { refund_policy, amount_minor: 99_999 })
    const { booking } = await hold(await student(), ravi, 30)
    expect(booking.refund_policy).toEqual(
      hours.map((before, i) => ({
        until: new Date(Date.parse(booking.start_time) - before * 3_600_000).toISOString(),
        amount_minor: i === 0 ? 99_999 : 50_000,
      })),
    )
  }
})

it('a student cannot cancel within the notice that the offer asks for, the mentor can', async () => {
  const ravi = await mentor(
    {},
    { kind: 'intro', amount_minor: 0, cancel_notice_minutes: 60 * 24 * 30, most_per_student: 5 },
  )
  const ila = await student()
  const { booking } = await hold(ila, ravi)
  expect(Date.parse(booking.cancel_until)).toBeLessThan(now().getTime())
  await answer(act(ila, booking.id, 'cancel', {}), 409)
  await answer(act(ravi, booking.id, 'cancel', {}), 200)
})
