import { beforeAll, describe, expect, it } from 'vitest'
import { answer, api, eventually, hold, mentor, student, type Person, type Teacher } from '../test/world'
import { advance, bookingNow, checkout, createOrder, pay, plant, rows, verify, webhook } from './desk'

let asha: Person
let mira: Teacher

beforeAll(async () => {
  asha = await student()
  mira = await mentor()
})

const confirmed = (id: string) =>
  eventually(async () => {
    const booking = await bookingNow(asha, id)
    return booking.state === 'confirmed' && booking
  })

describe('opening an order', () => {
  it('names it at the provider and extends the hold once', async () => {
    const { booking } = await hold(asha, mira, 0)
    await advance(60)
    const opened = await createOrder(asha, booking.id)
    expect(opened.headers.get('x-trips')).toMatch(/^2 /)
    const { order } = await answer(opened, 200)
    expect(order).toMatchObject({ booking_id: booking.id, state: 'created', amount_minor: 150_000, currency: 'INR' })
    expect(order.razorpay_order_id).toMatch(/^order_/)
    expect(order.key_id).toMatch(/^rzp_test_/)
    const extended = await bookingNow(asha, booking.id)
    expect(Date.parse(extended.hold_expires_at)).toBeGreaterThan(Date.parse(booking.hold_expires_at) + 55_000)
    await advance(30)
    expect((await answer(createOrder(asha, booking.id), 200)).order).toEqual(order)
    expect((await bookingNow(asha, booking.id)).hold_expires_at).toBe(extended.hold_expires_at)
  })

  it('gives twenty who ask at once the same order', async () => {
    const { booking } = await hold(asha, mira, 2)
    const asked = Array.from({ length: 20 }, (_, i) =>
      createOrder(asha, booking.id, i % 2 ? { 'idempotency-key': `key-${i}` } : {}),
    )
    const orders = await Promise.all(asked.map((response) => answer(response, 200)))
    expect(new Set(orders.map(({ order }) => order.razorpay_order_id)).size).toBe(1)
  })

  it('is somebody else’s to the mentor and to strangers, as if it were missing', async () => {
    const { booking } = await hold(asha, mira, 4)
    await answer(createOrder(asha, booking.id), 200)
    for (const other of [mira, await student()]) {
      expect(await answer(createOrder(other, booking.id), 404)).toMatchObject({ code: 'not_found' })
    }
    await answer(createOrder(asha, 'nothing'), 404)
    await answer(api('POST', '/mentor/create-order/', { body: { booking_id: booking.id } }), 401)
  })

  it('ends with the hold', async () => {
    const { booking } = await hold(asha, mira, 6)
    await advance(601)
    expect(await answer(createOrder(asha, booking.id), 409)).toMatchObject({ code: 'hold_expired' })
  })

  it('says so when the provider does not answer, and works once it does', async () => {
    const { booking, order } = await hold(asha, mira, 6)
    await plant([{ kind: 'http_5xx', times: 3 }], order.id)
    expect(await answer(createOrder(asha, booking.id), 503)).toMatchObject({ code: 'gateway_unavailable' })
    await plant([{ kind: 'http_5xx', times: 2 }], order.id)
    await answer(createOrder(asha, booking.id), 200)
  })
})

describe('paying', () => {
  it('confirms by the webhook although the browser never returns', async () => {
    const { booking, order } = await checkout(asha, mira, 8)
    await pay(order.razorpay_order_id)
    expect((await confirmed(booking.id)).order).toMatchObject({ state: 'captured' })
  })

  it('confirms by the browser although the webhook never comes', async () => {
    const { booking, order } = await checkout(asha, mira, 10)
    await plant([{ kind: 'never', times: 1 }], order.razorpay_order_id)
    const proof = await pay(order.razorpay_order_id)
    const verified = await verify(asha, proof)
    expect(verified.headers.get('x-trips')).toMatch(/^2 /)
    const told = await answer(verified, 200)
    expect(told).toMatchObject({
      booking: { id: booking.id, state: 'confirmed', hold_expires_at: null },
      order: { state: 'captured' },
    })
    expect(await answer(verify(asha, proof), 200)).toEqual(told)
    expect((await bookingNow(asha, booking.id)).state).toBe('confirmed')
  })

  it('confirms by the poll although neither comes', async () => {
    const { booking, order } = await checkout(asha, mira, 12)
    await plant([{ kind: 'never', times: 1 }], order.razorpay_order_id)
    await pay(order.razorpay_order_id)
    expect((await bookingNow(asha, booking.id)).state).toBe('held')
    await advance(901)
    expect((await bookingNow(asha, booking.id)).state).toBe('confirmed')
  })

  it('answers a key with what it answered before, and refuses it for another body', async () => {
    const { order } = await checkout(asha, mira, 14)
    const proof = await pay(order.razorpay_order_id)
    const key = { 'idempotency-key': 'paid-once' }
    const first = await answer(verify(asha, proof, key), 200)
    const again = await verify(asha, proof, key)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual(first)
    const other = { ...proof, razorpay_payment_id: 'pay_other' }
    expect(await answer(verify(asha, other, key), 422)).toMatchObject({ code: 'idempotency_key_reused' })
  })

  it('believes no signature but the provider’s, and nobody but the payer', async () => {
    const { booking, order } = await checkout(asha, mira, 16)
    await plant([{ kind: 'never', times: 1 }], order.razorpay_order_id)
    const proof = await pay(order.razorpay_order_id)
    const forged = { ...proof, razorpay_signature: 'f'.repeat(64) }
    expect(await answer(verify(asha, forged), 400)).toMatchObject({ code: 'invalid_signature' })
    expect(await answer(verify(await student(), proof), 404)).toMatchObject({ code: 'not_found' })
    expect(await bookingNow(asha, booking.id)).toMatchObject({ state: 'held', order: { state: 'created' } })
    await answer(verify(asha, proof), 200)
  })

  it('does not confirm by a signature when the payment failed, and lets the same order be paid again', async () => {
    const { booking, order } = await checkout(asha, mira, 18)
    const told = await answer(verify(asha, await pay(order.razorpay_order_id, 'failed')), 200)
    expect(told).toMatchObject({ booking: { state: 'held' }, order: { state: 'failed' } })
    expect((await answer(createOrder(asha, booking.id), 200)).order.razorpay_order_id).toBe(order.razorpay_order_id)
    await pay(order.razorpay_order_id)
    await confirmed(booking.id)
  })

  it('waits with an authorized payment and captures it when nobody else does', async () => {
    const { booking, order } = await checkout(asha, mira, 20)
    await pay(order.razorpay_order_id, 'authorized')
    await eventually(async () => (await bookingNow(asha, booking.id)).order.state === 'authorized')
    expect((await bookingNow(asha, booking.id)).state).toBe('held')
    await advance(61)
    expect(await bookingNow(asha, booking.id)).toMatchObject({ state: 'confirmed', order: { state: 'captured' } })
  })
})

describe('a webhook', () => {
  const counted = async () =>
    (await rows<{ n: number }>('select (select count(*) from payment_events) + (select count(*) from outbox) as n'))[0]
      ?.n

  it('that is forged is refused and writes nothing', async () => {
    const before = await counted()
    const body = JSON.stringify({ event: 'payment.captured', payload: {} })
    expect(await answer(webhook(body, { secret: 'guessed' }), 400)).toMatchObject({ code: 'invalid_signature' })
    await answer(api('POST', '/payments/webhook/', { body }), 400)
    expect(await counted()).toBe(before)
  })

  it('costs one round trip, and is believed with either secret', async () => {
    const body = JSON.stringify({ event: 'invoice.paid', payload: {} })
    const first = await webhook(body, { id: 'evt_first' })
    expect(first.headers.get('x-trips')).toMatch(/^1 /)
    expect(await first.json()).toEqual({ received: true })
    await answer(webhook(body, { id: 'evt_second', secret: 'sandbox-webhook-secret-before-rotation' }), 200)
    await eventually(
      async () =>
        (await rows("select 1 from payment_events where id like 'webhook:evt_%' and state = 'ignored'")).length === 2,
    )
  })

  it('of an order nobody knows is parked, and replayed once the order appears', async () => {
    const { booking, order } = await hold(asha, mira, 24)
    const payment = {
      id: 'pay_early',
      order_id: 'order_early',
      status: 'captured',
      amount: 150_000,
      currency: 'INR',
      method: 'upi',
    }
    await answer(
      webhook(JSON.stringify({ event: 'payment.captured', payload: { payment: { entity: payment } } }), {
        id: 'evt_early',
      }),
      200,
    )
    await eventually(
      async () =>
        (await rows("select 1 from payment_events where id = 'webhook:evt_early' and state = 'parked'")).length === 1,
    )
    await rows("update orders set razorpay_order_id = 'order_early' where id = ?", order.id)
    await advance(1)
    expect((await bookingNow(asha, booking.id)).state).toBe('confirmed')
  })
})
