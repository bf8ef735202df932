import * as z from 'zod'
import { now } from '../lib/clock'
import type { Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { signatureOf } from '../payments/signatures'
import { namesOf, takeFaults } from './faults.data'
import { SANDBOX_KEYS } from './keys'
import { captured } from './razorpay.api'
import * as store from './razorpay.data'
import { paymentEntity, webhookBody } from './razorpay.entities'
import { announce } from './webhooks'

export const Payment = z.strictObject({
  outcome: z.enum(['captured', 'authorized', 'failed']),
  method: z.enum(['upi', 'card', 'netbanking']).default('upi'),
})

/** What the person at the checkout does. Another payment of a paid order is allowed: that happens, too. */
export async function pay(env: Environment, order_id: string, { outcome, method }: z.output<typeof Payment>) {
  const db = store.storeOf(env)
  const order = (await store.orderWith(db, order_id)) ?? fail('not_found')
  const at = now()
  const lies = await takeFaults(db, ['wrong_amount'], namesOf(order_id))
  const amount = lies.length > 0 ? order.amount + 1 : order.amount
  const payment = {
    id: store.madeId('pay', at),
    order_id,
    status: outcome,
    amount,
    currency: order.currency,
    method,
    created_at: at,
  }
  await store.addPayment(db, payment)
  await announce(env, db, order_id, await newsOf(env, payment), at)
  return {
    razorpay_order_id: order_id,
    razorpay_payment_id: payment.id,
    razorpay_signature: await signatureOf(`${order_id}|${payment.id}`, SANDBOX_KEYS.key_secret),
  }
}

/** A captured payment was authorized first, and Razorpay says so. */
async function newsOf(env: Environment, payment: store.PaymentRow): Promise<string[]> {
  const at = now()
  if (payment.status === 'failed') return [webhookBody('payment.failed', { payment: paymentEntity(payment) }, at)]
  const authorized = webhookBody(
    'payment.authorized',
    { payment: paymentEntity({ ...payment, status: 'authorized' }) },
    at,
  )
  return payment.status === 'authorized' ? [authorized] : [authorized, ...(await captured(store.storeOf(env), payment))]
}
