import { expect, it } from 'vitest'
import { now } from '../lib/clock'
import { rows } from '../payments/desk'
import { answer, api, eventually, freeSlots, hold, mentor, student, type Person, type Teacher } from '../test/world'

const FREE = { kind: 'intro', amount_minor: 0, most_per_student: 5 }
const move = (as: Person, id: string, start_time: string, more: Record<string, unknown> = {}) =>
  api('POST', `/bookings/${id}/reschedule/`, { as, body: { start_time, ...more } })
const reply = (as: Person, id: string, move_id: string, what: string) =>
  api('POST', `/bookings/${id}/moves/${move_id}/`, { as, body: { answer: what } })
const detail = (as: Person, id: string) => answer(api('GET', `/bookings/${id}/`, { as }), 200)
const starts = async (teacher: Teacher) => (await freeSlots(teacher)).map(({ start_time }) => start_time)

it('a student moves a session while everything would come back: same id, no second payment, the old time is free', async () => {
  const [ila, ravi] = [await student(), await mentor({}, FREE)]
  const before = await starts(ravi)
  const { booking } = await hold(ila, ravi, 40)
  const to = before[45]!
  const { booking: moved } = await answer(move(ila, booking.id, to, { reason: 'An exam' }), 200)
  expect(moved).toMatchObject({ id: booking.id, start_time: to, sequence: 1, order: { id: booking.order.id } })
  const after = await starts(ravi)
  expect(after).toContain(booking.start_time)
  expect(after).not.toContain(to)
  const { history } = await detail(ravi, booking.id)
  expect(history.at(-1)).toMatchObject({
    state: 'confirmed',
    actor: 'student',
    detail: { from: booking.start_time, to, reason: 'An exam' },
  })
  const told = await rows(
    "select 1 from notifications where kind = 'booking_moved' and data ->> 'booking_id' = ?",
    booking.id,
  )
  expect(told).toHaveLength(2)
})

it('a session does not stand in its own way, and is not moved onto another', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { ...FREE, buffer_after_minutes: 15 })]
  const { booking } = await hold(ila, ravi, 40)
  const half = new Date(Date.parse(booking.start_time) + 30 * 60_000).toISOString()
  await answer(move(ila, booking.id, half), 200)
  const other = await hold(await student(), ravi, 44)
  const refused = await answer(move(ila, booking.id, other.booking.start_time), 409)
  expect(refused.code).toBe('slot_taken')
  expect(refused.alternatives.length).toBeGreaterThan(0)
  expect((await detail(ila, booking.id)).start_time).toBe(half)
})

it('the times that a session could have instead overlap its own, leave out those of others, and can be had', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { ...FREE, minutes: 60, buffer_after_minutes: 15 })]
  const { booking } = await hold(ila, ravi, 20)
  const other = await hold(await student(), ravi, 20)
  const at = Date.parse(booking.start_time)
  const span = { from: new Date(at - 86_400_000).toISOString(), to: new Date(at + 86_400_000).toISOString() }
  const times = (as: Person) => api('GET', `/bookings/${booking.id}/times/?${new URLSearchParams(span)}`, { as })
  const { items } = await answer(times(ila), 200)
  const free = items.map(({ start_time }: { start_time: string }) => start_time)
  expect(free).not.toContain(booking.start_time)
  expect(free).not.toContain(other.booking.start_time)
  const overlapping = free.find((start: string) => Math.abs(Date.parse(start) - at) < 60 * 60_000)
  expect(overlapping).toBeDefined()
  expect((await times(await student())).status).toBe(404)
  await answer(move(ila, booking.id, overlapping), 200)
})

it('of many who want the same new time one gets it', async () => {
  const ravi = await mentor({}, FREE)
  const people = await Promise.all(Array.from({ length: 5 }, () => student()))
  const target = (await starts(ravi))[60]!
  const held: { booking: { id: string } }[] = []
  for (const [i, person] of people.entries()) held.push(await hold(person, ravi, 40 + i))
  const answers = await Promise.all(people.map((person, i) => move(person, held[i]!.booking.id, target)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
})

it('a mentor asks first; until the student agrees nothing moves, and either may say no', async () => {
  const [ila, ravi] = [await student(), await mentor({}, FREE)]
  const { booking } = await hold(ila, ravi, 40)
  const to = (await starts(ravi))[46]!
  const asked = await answer(move(ravi, booking.id, to, { reason: 'A flight' }), 200)
  expect(asked).toMatchObject({
    booking: { start_time: booking.start_time },
    move: { by: 'mentor', start_time: to, state: 'open' },
  })
  await answer(move(ravi, booking.id, to), 409)
  await answer(reply(ravi, booking.id, asked.move.id, 'accept'), 409)
  await answer(reply(await student(), booking.id, asked.move.id, 'accept'), 404)
  expect((await detail(ila, booking.id)).move.id).toBe(asked.move.id)
  await answer(reply(ila, booking.id, asked.move.id, 'decline'), 200)
  await answer(reply(ila, booking.id, asked.move.id, 'accept'), 404)
  expect((await detail(ila, booking.id)).start_time).toBe(booking.start_time)

  const again = await answer(move(ravi, booking.id, to), 200)
  const { booking: moved } = await answer(reply(ila, booking.id, again.move.id, 'accept'), 200)
  expect(moved).toMatchObject({ start_time: to, sequence: 1 })
  expect((await detail(ravi, booking.id)).move).toBeNull()
})

it('where the mentor confirms every time, or it is late, the student asks as well', async () => {
  const [ila, ravi] = [await student(), await mentor({}, { ...FREE, needs_confirmation: true })]
  const { booking } = await hold(ila, ravi, 40)
  await answer(api('POST', `/bookings/${booking.id}/confirm/`, { as: ravi }), 200)
  const asked = await answer(move(ila, booking.id, (await starts(ravi))[46]!), 200)
  expect(asked.move.by).toBe('student')
  await answer(reply(ila, booking.id, asked.move.id, 'withdraw'), 200)

  const mina = await mentor({}, { ...FREE, refund_policy: 'strict' })
  const soon = await hold(ila, mina, 2)
  expect((await detail(ila, soon.booking.id)).moves_freely_until).not.toBeNull()
  expect((await answer(move(ila, soon.booking.id, (await starts(mina))[9]!), 200)).move).not.toBeNull()
})

it('a time in the past, the same time, a stranger and a seat are refused', async () => {
  const [ila, ravi] = [await student(), await mentor({}, FREE)]
  const { booking } = await hold(ila, ravi, 40)
  await answer(move(ila, booking.id, booking.start_time), 422)
  await answer(move(ila, booking.id, '2020-01-01T10:00:00Z'), 422)
  await answer(move(await student(), booking.id, booking.start_time), 404)
  const mina = await mentor({}, { kind: 'group', seats: 3, amount_minor: 0 })
  const seat = await hold(ila, mina, 3)
  await answer(move(ila, seat.booking.id, (await starts(mina))[9]!), 409)
})

it('proposes times of its own; the mentor takes one, the others are free again, and it is paid for then', async () => {
  const [ila, ravi] = [await student(), await mentor()]
  // Outside of the mentor's week: at night in Kolkata.
  const day = Math.ceil(now().getTime() / 86_400_000) + 3
  const nights = [0, 1, 2].map((i) => new Date((day + i) * 86_400_000 + 20 * 3_600_000).toISOString())
  const send = (start_times: string[]) =>
    api('POST', `/mentors/${ravi.mentor_id}/proposals/`, {
      as: ila,
      body: { offer_id: ravi.offer.id, start_times, time_zone: 'Asia/Kolkata', answers: { goal: 'At night only' } },
    })
  await answer(send([...nights, nights[0]!]), 422)
  await answer(send([nights[0]!, nights[0]!]), 422)
  const { items } = await answer(send(nights), 201)
  expect(items.map((one: any) => [one.state, one.order.state])).toEqual(nights.map(() => ['pending', 'created']))
  expect((await answer(send([new Date((day + 6) * 86_400_000).toISOString()]), 409)).code).toBe('limit_reached')
  const seen = await detail(ravi, items[0].id)
  expect(seen.proposed).toHaveLength(2)
  const taken = await answer(api('POST', `/bookings/${items[1].id}/confirm/`, { as: ravi }), 200)
  expect(taken.state).toBe('held')
  expect((await detail(ila, items[0].id)).state).toBe('cancelled')
  expect((await detail(ila, items[2].id)).state).toBe('cancelled')
  await answer(api('POST', `/bookings/${items[2].id}/confirm/`, { as: ravi }), 409)
  const { order } = await answer(
    api('POST', '/mentor/create-order/', { as: ila, body: { booking_id: items[1].id } }),
    200,
  )
  expect(order.razorpay_order_id).not.toBeNull()
  expect(Date.parse((await detail(ila, items[1].id)).hold_expires_at) - now().getTime()).toBeGreaterThan(20 * 3_600_000)
})

it('a proposal is whole or not at all', async () => {
  const [ila, ravi] = [await student(), await mentor()]
  const { booking } = await hold(await student(), ravi, 40)
  const free = new Date(Date.parse(booking.start_time) + 86_400_000).toISOString()
  const body = { offer_id: ravi.offer.id, start_times: [booking.start_time, free], time_zone: 'Asia/Kolkata' }
  await answer(api('POST', `/mentors/${ravi.mentor_id}/proposals/`, { as: ila, body }), 409)
  expect((await answer(api('GET', '/bookings/', { as: ila }), 200)).items).toEqual([])
  expect(await starts(ravi)).toContain(free)
})

it('whoever waits for a mentor hears once that a time is free', async () => {
  const [ila, ravi] = [await student(), await mentor()]
  await answer(api('PUT', '/mentor/availability/', { as: ravi, body: { time_zone: 'Asia/Kolkata', weekly: [] } }), 200)
  const standing = (method: string, path: string) =>
    answer(api(method, `/mentors/${ravi.mentor_id}/${path}/`, { as: ila }), 200)
  await eventually(async () => (await answer(api('GET', `/mentors/${ravi.mentor_id}/`), 200)).soonest_free === null)
  expect(await standing('PUT', 'waiting')).toMatchObject({ is_waiting: true })
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '09:00', end: '21:00' }))
  await answer(api('PUT', '/mentor/availability/', { as: ravi, body: { time_zone: 'Asia/Kolkata', weekly } }), 200)
  const heard = () => rows("select 1 from notifications where kind = 'time_opened' and account_id = ?", ila.user.id)
  await eventually(async () => (await heard()).length === 1)
  expect(await standing('GET', 'standing')).toMatchObject({ is_waiting: false })
  await answer(api('PUT', '/mentor/availability/', { as: ravi, body: { time_zone: 'Asia/Kolkata', weekly } }), 200)
  expect(await heard()).toHaveLength(1)
})

it('a note about a session is for its writer alone', async () => {
  const [ila, ravi] = [await student(), await mentor({}, FREE)]
  const { booking } = await hold(ila, ravi, 40)
  const note = (as: Person, text: string) => api('PUT', `/bookings/${booking.id}/note/`, { as, body: { text } })
  await answer(note(ravi, 'Shy; begin with the drawing.'), 200)
  expect((await detail(ravi, booking.id)).private_note).toBe('Shy; begin with the drawing.')
  expect((await detail(ila, booking.id)).private_note).toBe('')
  await answer(note(await student(), 'x'), 404)
  await answer(note(ravi, ''), 200)
  expect((await detail(ravi, booking.id)).private_note).toBe('')
})
