import { SELF } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { pay } from '../payments/desk'
import { answer, ORIGIN } from '../test/world'
import { SANDBOX_KEYS } from './keys'

describe('the pretended Razorpay', () => {
  const speak = (path: string, body?: unknown, secret: string = SANDBOX_KEYS.key_secret) =>
    SELF.fetch(`${ORIGIN}/sandbox/razorpay/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Basic ${btoa(`${SANDBOX_KEYS.key_id}:${secret}`)}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

  it('wants its credentials', async () => {
    expect(await answer(speak('/orders', { amount: 100, currency: 'INR' }, 'wrong'), 401)).toMatchObject({
      error: { code: 'BAD_REQUEST_ERROR' },
    })
  })

  it('takes an order through payment, capture and refund in Razorpay’s shapes', async () => {
    const order = await answer(speak('/orders', { amount: 5000, currency: 'INR', receipt: 'r1' }), 200)
    expect(order).toMatchObject({
      entity: 'order',
      amount: 5000,
      amount_due: 5000,
      receipt: 'r1',
      status: 'created',
      attempts: 0,
    })
    const { razorpay_payment_id: id } = await pay(order.id, 'authorized')
    expect(await answer(speak(`/payments/${id}`), 200)).toMatchObject({
      entity: 'payment',
      status: 'authorized',
      captured: false,
      order_id: order.id,
    })
    await answer(speak(`/payments/${id}/refund`, { amount: 1 }), 400)
    await answer(speak(`/payments/${id}/capture`, { amount: 4999, currency: 'INR' }), 400)
    expect(await answer(speak(`/payments/${id}/capture`, { amount: 5000, currency: 'INR' }), 200)).toMatchObject({
      status: 'captured',
    })
    await answer(speak(`/payments/${id}/capture`, { amount: 5000, currency: 'INR' }), 400)
    expect(await answer(speak(`/payments/${id}/refund`, { amount: 2000 }), 200)).toMatchObject({
      entity: 'refund',
      amount: 2000,
      status: 'processed',
    })
    await answer(speak(`/payments/${id}/refund`, { amount: 3001 }), 400)
    const { items } = await answer(speak(`/orders/${order.id}/payments`), 200)
    expect(items).toMatchObject([{ id, amount_refunded: 2000, refund_status: 'partial' }])
    expect(await answer(speak(`/orders/${order.id}`), 200)).toMatchObject({
      status: 'paid',
      amount_due: 0,
      attempts: 1,
    })
  })
})
