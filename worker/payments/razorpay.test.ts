import { describe, expect, it } from 'vitest'
import { Refusal, Unreachable } from './port'
import { razorpay } from './razorpay'

// The adapter against a provider that misbehaves in ways the sandbox cannot: on the wire itself.

type Answer = (request: Request) => Response | Promise<Response>

/** A provider that gives these answers in turn, and the last one from then on. */
function provider(...answers: Answer[]) {
  const asked: Request[] = []
  const gateway = razorpay({
    key_id: 'rzp_test_1',
    key_secret: 'secret',
    webhook_secrets: ['one'],
    fetch: async (request) => {
      asked.push(request.clone())
      return answers[Math.min(asked.length, answers.length) - 1]!(request)
    },
  })
  return { gateway, asked }
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status })
const broken = json({ error: { code: 'SERVER_ERROR', description: 'We are facing some trouble' } }, 502)
const refused = json({ error: { code: 'BAD_REQUEST_ERROR', description: 'Amount exceeds' } }, 400)
const lost: Answer = () => {
  throw new TypeError('network connection lost')
}
const order = { id: 'o1', amount_minor: 150_000, currency: 'INR' }
const refund = { id: 'r1', razorpay_payment_id: 'pay_1', amount_minor: 1500, currency: 'INR' }

describe('a provider', () => {
  it.each([
    ['answers 5xx', broken],
    ['is cut off', lost],
    ['asks for patience', json({ error: { description: 'Too many requests' } }, 429)],
  ])('that %s is asked again, and its answer counts', async (_, trouble) => {
    const { gateway, asked } = provider(trouble, trouble, json({ id: 'order_1' }))
    expect(await gateway.createOrder(order)).toBe('order_1')
    expect(asked).toHaveLength(3)
  })

  it.each([
    ['answers 5xx', broken],
    ['is cut off', lost],
  ])('that %s every time is given up after three tries, and nothing is known', async (_, trouble) => {
    const { gateway, asked } = provider(trouble)
    await expect(gateway.createOrder(order)).rejects.toThrow(Unreachable)
    expect(asked).toHaveLength(3)
  })

  it('that says no is not asked again', async () => {
    const { gateway, asked } = provider(refused)
    await expect(gateway.refund(refund)).rejects.toThrow(new Refusal('Amount exceeds'))
    expect(asked).toHaveLength(1)
  })

  it('is told the key of a refund at every try, so that it gives once', async () => {
    const { gateway, asked } = provider(lost, json({ id: 'rfnd_1', receipt: 'r1', status: 'processed' }))
    expect(await gateway.refund(refund)).toEqual({ reference: 'r1', razorpay_refund_id: 'rfnd_1', status: 'processed' })
    expect(asked.map(({ headers }) => headers.get('x-refund-idempotency'))).toEqual(['r1', 'r1'])
    expect(await asked[1]!.json()).toEqual({ amount: 1500, receipt: 'r1' })
  })

  it('is not asked for an amount that it cannot count: dinars of three digits end in zero', async () => {
    const { gateway, asked } = provider(json({ id: 'order_1' }))
    await expect(gateway.createOrder({ ...order, amount_minor: 295_991, currency: 'KWD' })).rejects.toThrow(Refusal)
    await expect(gateway.refund({ ...refund, amount_minor: 5, currency: 'KWD' })).rejects.toThrow(Refusal)
    expect(asked).toHaveLength(0)
    expect(await gateway.createOrder({ ...order, amount_minor: 295_990, currency: 'KWD' })).toBe('order_1')
    expect(await gateway.createOrder({ ...order, amount_minor: 501, currency: 'JPY' })).toBe('order_1')
  })
})
