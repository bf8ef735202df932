import { expect, it } from 'vitest'
import { answer, api, freeSlots, mentor, student, type Person, type Teacher } from '../test/world'
import { rows } from '../payments/desk'

const GROUP = { kind: 'group', seats: 4, amount_minor: 50_000, seat_prices: [{ taken: 2, amount_minor: 80_000 }] }
const seat = (as: Person, teacher: Teacher, start_time: string, headers: Record<string, string> = {}) =>
  api('POST', '/student/book-session/', {
    as,
    headers,
    body: { mentor_id: teacher.mentor_id, offer_id: teacher.offer.id, start_time, time_zone: 'Asia/Kolkata' },
  })
const slotAt = async (teacher: Teacher, start: string): Promise<any> =>
  (await freeSlots(teacher)).find(({ start_time }) => start_time === start)

it('seats fill up one after another at the price that was shown, and the last one is the last', async () => {
  const ravi = await mentor({}, GROUP)
  const start = (await freeSlots(ravi))[3]!.start_time
  const prices = []
  for (let taken = 0; taken < 4; taken++) {
    const shown = await slotAt(ravi, start)
    expect(shown.seats_left).toBe(4 - taken)
    const { booking, order } = await answer(seat(await student(), ravi, start), 201)
    expect(booking.amount_minor).toBe(shown.amount_minor)
    expect(order.amount_minor).toBe(shown.amount_minor)
    prices.push(shown.amount_minor)
  }
  expect(prices).toEqual([50_000, 50_000, 80_000, 80_000])
  expect(await slotAt(ravi, start)).toBeUndefined()
  const refused = await answer(seat(await student(), ravi, start), 409)
  expect(refused.alternatives.map(({ start_time }: any) => start_time)).not.toContain(start)
})

it('as many seats as there are go to many racers, across a change of price', async () => {
  const ravi = await mentor({}, GROUP)
  const start = (await freeSlots(ravi))[5]!.start_time
  const racers = await Promise.all(Array.from({ length: 12 }, () => student()))
  const answers = await Promise.all(
    racers.map((as, i) => seat(as, ravi, start, i % 2 ? { 'idempotency-key': `seat-${i}` } : {})),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(4)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(8)
  const seats = await rows<{ amount_minor: number; room_id: string }>(
    'select amount_minor, room_id from bookings where offer_id = ? order by amount_minor',
    ravi.offer.id,
  )
  expect(seats.map(({ amount_minor }) => amount_minor)).toEqual([50_000, 50_000, 80_000, 80_000])
  expect(new Set(seats.map(({ room_id }) => room_id)).size).toBe(1)
})

it('a seat that comes back while another is taken is not sold at the higher price', async () => {
  const ravi = await mentor({}, GROUP)
  const start = (await freeSlots(ravi))[5]!.start_time
  const [ila, ben, eva] = [await student(), await student(), await student()]
  const leave = (as: Person, id: string) => answer(api('POST', `/bookings/${id}/cancel/`, { as, body: {} }), 200)
  await answer(seat(ila, ravi, start), 201)
  for (let round = 0; round < 12; round++) {
    const given = (await answer(seat(ben, ravi, start), 201)).booking.id
    // Whoever asks first reads and writes first, so in every other round the buyer has read what is no longer so.
    const first = round % 2 ? leave(ben, given) : undefined
    const sale = answer(seat(eva, ravi, start), 201)
    await (first ?? leave(ben, given))
    const { booking } = await sale
    const order = await rows<{ booking_id: string }>(
      `select booking_id from booking_history where booking_id = ? or (booking_id = ? and state = 'cancelled') order by rowid`,
      booking.id,
      given,
    )
    expect(booking.amount_minor).toBe(order[0]!.booking_id === given ? 50_000 : 80_000)
    await leave(eva, booking.id)
  }
})

it('nobody sits twice, and nobody sits across a group that has begun to fill', async () => {
  const ravi = await mentor({}, GROUP)
  const ila = await student()
  const slots = await freeSlots(ravi)
  const start = slots[3]!.start_time
  await answer(seat(ila, ravi, start), 201)
  await answer(seat(ila, ravi, start), 409)
  await answer(seat(await student(), ravi, slots[4]!.start_time), 409)
})

it('a cancelled seat comes back, and a mentor who cancels frees them all', async () => {
  const ravi = await mentor({}, { ...GROUP, amount_minor: 0, seat_prices: [], seats: 2 })
  const start = (await freeSlots(ravi))[3]!.start_time
  const [ila, ben] = [await student(), await student()]
  const { booking } = await answer(seat(ila, ravi, start), 201)
  await answer(seat(ben, ravi, start), 201)
  expect(await slotAt(ravi, start)).toBeUndefined()
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: ila, body: {} }), 200)
  expect((await slotAt(ravi, start)).seats_left).toBe(1)
  const [upcoming] = (await answer(api('GET', '/bookings/', { as: ravi }), 200)).items
  await answer(api('POST', `/bookings/${upcoming.id}/cancel-group/`, { as: ravi, body: { reason: 'Ill' } }), 200)
  expect((await answer(api('GET', '/bookings/', { as: ben }), 200)).items).toEqual([])
})

it('the database itself keeps a seat too many out', async () => {
  const ravi = await mentor({}, { ...GROUP, seats: 2, seat_prices: [] })
  const start = (await freeSlots(ravi))[3]!.start_time
  for (const as of [await student(), await student()]) await answer(seat(as, ravi, start), 201)
  const third = await student()
  const columns = (await rows<{ name: string }>("select name from pragma_table_info('bookings')")).map(
    ({ name }) => name,
  )
  const copied = columns.map((name) => (name === 'id' ? "'x'" : name === 'student_account_id' ? '?' : name)).join(', ')
  const copy = rows(
    `insert into bookings (${columns.join(', ')}) select ${copied} from bookings where offer_id = ? limit 1`,
    third.user.id,
    ravi.offer.id,
  )
  await expect(copy).rejects.toThrow(/no seat left/)
})
