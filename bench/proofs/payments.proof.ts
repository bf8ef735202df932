import { beforeAll, expect, inject, it } from 'vitest'
import { clientOf, randomFrom, until, type Person } from './client.ts'

const RUNS = Number(process.env.PROOF_RUNS ?? 1)
const api = clientOf(() => inject('baseUrl'))
const random = randomFrom(inject('seed') + 1)
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

let admin: Person
beforeAll(async () => {
  admin = await api.admin()
})

/** A hold whose order is open at the provider. */
async function heldBy(student: Person, wish: Record<string, unknown> = {}) {
  const teacher = await api.mentor(admin)
  const offer = await api.offer(teacher, wish)
  const [{ start_time } = { start_time: '' }] = await api.slots(teacher, offer.id)
  const { body } = await api.hold(student, teacher, offer.id, start_time)
  const opened = await api.must(200, 'POST', '/api/mentor/create-order/', {
    as: student,
    body: { booking_id: body.booking.id },
  })
  return { teacher, offer, start_time, id: body.booking.id as string, order: opened.order.razorpay_order_id as string }
}
const bookingOf = (as: Person, id: string) => api.must(200, 'GET', `/api/bookings/${id}/`, { as })
/** Time goes on meanwhile: what is authorized alone is captured a minute later. */
const settled = async (as: Person, id: string, states: string[]) =>
  until(async () => {
    await api.advance(5)
    const booking = await bookingOf(as, id)
    return states.includes(booking.order.state) && booking
  })
/** How often this person was told of money that came or went for a booking. */
const told = async (as: Person, id: string, kind: string): Promise<number> => {
  const { items } = await api.must(200, 'GET', '/api/notifications/?limit=100', { as })
  return items.filter((item: any) => item.kind === kind && item.link === `/sessions/${id}`).length
}

it('whatever the reports of a payment do, it is captured once and told once', async () => {
  const KINDS = ['late', 'twice', 'out_of_order', 'never', 'http_5xx']
  for (let round = 0; round < 6 * RUNS; round++) {
    const student = await api.student()
    const { id, order } = await heldBy(student)
    const kind = oneOf(KINDS)
    await api.must(200, 'POST', '/sandbox/razorpay/faults/', {
      body: { order_id: order, faults: [{ kind, times: 2, ...(kind === 'late' && { seconds: 1 }) }] },
    })
    const proof = (await api.pay(order, oneOf(['captured', 'authorized']))).body
    const ways = [
      () => api.ask('POST', '/api/mentor/verify-payment/', { as: student, body: proof }),
      () => api.ask('POST', '/api/mentor/verify-payment/', { as: student, body: proof }),
      () => api.ask('POST', '/sandbox/cron/', { body: {} }),
    ].filter(() => random() < 0.7)
    await Promise.all(ways.map((way) => way()))
    await api.must(200, 'POST', '/sandbox/razorpay/faults/', { body: { order_id: order, faults: [] } })
    // Where every report was lost, the poll finds it.
    await api.advance(16 * 60)
    const booking = await settled(student, id, ['captured', 'refunded'])
    if (booking.order.state === 'captured') expect(booking.state).toBe('confirmed')
    expect(await told(student, id, 'payment_received')).toBe(booking.state === 'confirmed' ? 1 : 0)
  }
})

it('a payment beside the end of its hold is a session or comes back, never both and never neither', async () => {
  for (let round = 0; round < 3 * RUNS; round++) {
    const [student, rival] = [await api.student(), await api.student()]
    const { teacher, offer, start_time, id, order } = await heldBy(student)
    const { hold_expires_at } = await bookingOf(student, id)
    await api.advance(Math.max(0, Math.ceil((Date.parse(hold_expires_at) - (await api.clock())) / 1000) - 1))
    const [, , other] = await Promise.all([
      api.pay(order),
      api.advance(oneOf([0, 1, 2])),
      api.hold(rival, teacher, offer.id, start_time),
    ])
    const booking = await settled(student, id, ['captured', 'refunded'])
    expect(booking.state === 'confirmed').toBe(booking.order.state === 'captured')
    const live = (await api.bookings(teacher)).filter(({ state }) => ['held', 'confirmed'].includes(state))
    expect(live).toHaveLength(1)
    expect(other.status === 201).toBe(booking.order.state === 'refunded')
  }
})

it('a wrong amount, an unknown order and a wrong signature change nothing', async () => {
  const student = await api.student()
  const { id, order } = await heldBy(student)
  const before = await bookingOf(student, id)
  await api.must(400, 'POST', '/api/mentor/verify-payment/', {
    as: student,
    body: { razorpay_order_id: order, razorpay_payment_id: 'pay_forged', razorpay_signature: 'f'.repeat(64) },
  })
  await api.must(400, 'POST', '/api/payments/webhook/', { body: { event: 'payment.captured' } })
  expect(await bookingOf(student, id)).toEqual(before)
})
