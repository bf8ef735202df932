import { beforeAll, describe, expect, it } from 'vitest'
import { answer, api, eventually, hold, mentor, student, type Person, type Teacher } from '../test/world'
import { advance, bookingNow, checkout, pay, plant, rows, verify } from './desk'

// C5, sentence by sentence, and what the sandbox's lies must not change.

let asha: Person
let mira: Teacher

beforeAll(async () => {
  asha = await student()
  mira = await mentor()
})

const reaches = (who: Person, id: string, state: string, order: string) =>
  eventually(async () => {
    const booking = await bookingNow(who, id)
    return booking.state === state && booking.order.state === order && booking
  })

const balancesOf = (order: string) =>
  rows<{ account: string; balance: number }>(
    'select account, sum(amount_minor) as balance from ledger_lines where order_id = ? group by account having balance <> 0 order by 1',
    order,
  )
const noticesOf = (booking: string, kind: string) =>
  rows<{ message: string; data: string }>(
    "select data from notifications where data ->> 'booking_id' = ? and kind = ?",
    booking,
    kind,
  )

describe('money that arrives after the hold expired', () => {
  it('takes the time where it is still free', async () => {
    const { booking, order } = await checkout(asha, mira, 0)
    await advance(601)
    expect((await bookingNow(asha, booking.id)).state).toBe('expired')
    await pay(order.razorpay_order_id)
    await reaches(asha, booking.id, 'confirmed', 'captured')
  })

  it('goes back in full where it is taken, with three other times', async () => {
    const { booking, order } = await checkout(asha, mira, 2)
    await advance(601)
    const rival = await student()
    const theirs = await hold(rival, mira, 2)
    expect(theirs.booking.start_time).toBe(booking.start_time)
    const told = await answer(verify(asha, await pay(order.razorpay_order_id)), 200)
    expect(told).toMatchObject({ booking: { state: 'expired' }, order: { state: 'refunded' } })
    const [notice] = await eventually(async () => {
      const found = await noticesOf(booking.id, 'payment_refunded')
      return found.length > 0 && found
    })
    expect(JSON.parse(notice?.data ?? '')).toMatchObject({ amount_minor: 150_000 })
    expect(JSON.parse(notice?.data ?? '').reason).toMatch(/no longer free.* Still free: .*IST; .*IST; .*IST\.$/)
    expect(await balancesOf(order.id)).toEqual([])
    expect((await bookingNow(rival, theirs.booking.id)).state).toBe('held')
    expect(await noticesOf(booking.id, 'booking_confirmed')).toEqual([])
  })

  it('goes back in full where the session was cancelled', async () => {
    const { booking, order } = await checkout(asha, mira, 4)
    await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: asha, body: {} }), 200)
    await pay(order.razorpay_order_id)
    await reaches(asha, booking.id, 'cancelled', 'refunded')
    await eventually(async () => (await balancesOf(order.id)).length === 0)
  })
})

it('a second payment of one order is given back, the first keeps the session', async () => {
  const { booking, order } = await checkout(asha, mira, 6)
  const first = await pay(order.razorpay_order_id)
  const second = await pay(order.razorpay_order_id)
  await reaches(asha, booking.id, 'confirmed', 'captured')
  await eventually(
    async () => (await rows("select 1 from refunds where order_id = ? and state = 'processed'", order.id)).length === 1,
  )
  const [refund] = await rows(
    'select razorpay_payment_id, amount_minor, reason from refunds where order_id = ?',
    order.id,
  )
  expect([first.razorpay_payment_id, second.razorpay_payment_id]).toContain(refund?.razorpay_payment_id)
  expect(refund).toMatchObject({ amount_minor: 150_000, reason: 'paid_twice' })
  expect((await balancesOf(order.id)).map(({ balance }) => balance).sort()).toEqual([-135_000, -15_000, 150_000].sort())
  expect((await bookingNow(asha, booking.id)).order.state).toBe('captured')
})

it('a wrong amount parks the order and confirms nothing', async () => {
  const { booking, order } = await checkout(asha, mira, 8)
  await plant([{ kind: 'wrong_amount', times: 1 }], order.razorpay_order_id)
  await pay(order.razorpay_order_id)
  await reaches(asha, booking.id, 'held', 'parked')
  await eventually(async () => (await balancesOf(order.id)).length === 2)
  expect(await balancesOf(order.id)).toEqual([
    { account: 'gateway', balance: 150_001 },
    { account: 'suspense', balance: -150_001 },
  ])
})

it.each(['twice', 'out_of_order'])('webhooks that come %s confirm once', async (kind) => {
  const { booking, order } = await checkout(asha, mira, kind === 'twice' ? 10 : 12)
  await plant([{ kind, times: 1 }], order.razorpay_order_id)
  await pay(order.razorpay_order_id)
  await reaches(asha, booking.id, 'confirmed', 'captured')
  expect(await noticesOf(booking.id, 'booking_confirmed')).toHaveLength(1)
  expect(await noticesOf(booking.id, 'payment_received')).toHaveLength(1)
})

it('a webhook that is late confirms when it comes, and the clock brings it', async () => {
  const { booking, order } = await checkout(asha, mira, 14)
  await plant([{ kind: 'late', times: 1, seconds: 300 }], order.razorpay_order_id)
  await pay(order.razorpay_order_id)
  await advance(240)
  expect((await bookingNow(asha, booking.id)).state).toBe('held')
  await advance(61)
  expect((await bookingNow(asha, booking.id)).state).toBe('confirmed')
})

it('a webhook that is late by a second comes by itself', async () => {
  const { booking, order } = await checkout(asha, mira, 20)
  await plant([{ kind: 'late', times: 1, seconds: 1 }], order.razorpay_order_id)
  await pay(order.razorpay_order_id)
  await reaches(asha, booking.id, 'confirmed', 'captured')
})

it('an authorized payment whose time is gone is left to lapse', async () => {
  const { booking, order } = await checkout(asha, mira, 16)
  const { razorpay_payment_id } = await pay(order.razorpay_order_id, 'authorized')
  await eventually(async () => (await bookingNow(asha, booking.id)).order.state === 'authorized')
  await rows('update bookings set hold_expires_at = 0 where id = ?', booking.id)
  const rival = await student()
  await hold(rival, mira, 16)
  await advance(120)
  expect(await rows('select status from sandbox_payments where id = ?', razorpay_payment_id)).toEqual([
    { status: 'authorized' },
  ])
  expect((await bookingNow(asha, booking.id)).state).toBe('expired')
})

it('a provider that fails is asked again for the same refund, and gives it once', async () => {
  const { booking, order } = await checkout(asha, mira, 18)
  await pay(order.razorpay_order_id)
  await reaches(asha, booking.id, 'confirmed', 'captured')
  await plant([{ kind: 'http_5xx', times: 3 }], order.razorpay_order_id)
  const cancelled = await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: asha, body: {} }), 200)
  expect(cancelled.state).toBe('cancelled')
  await eventually(
    async () => (await rows("select 1 from outbox where topic = 'refund' and attempts = 1")).length === 1,
  )
  const promised = await balancesOf(order.id)
  expect(promised.find(({ account }) => account === 'refunds_due')).toEqual({
    account: 'refunds_due',
    balance: -150_000,
  })
  await advance(30)
  expect(
    await rows(
      'select amount from sandbox_refunds where payment_id in (select id from sandbox_payments where order_id = ?)',
      order.razorpay_order_id,
    ),
  ).toEqual([{ amount: 150_000 }])
  expect(await balancesOf(order.id)).toEqual([])
  expect((await bookingNow(asha, booking.id)).order.state).toBe('refunded')
  expect(await noticesOf(booking.id, 'payment_refunded')).toHaveLength(1)
})
