import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { sql } from 'drizzle-orm'
import * as z from 'zod'
import { now } from '../lib/clock'
import type { Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { namesOf, namesOfPayment, takeFaults } from './faults.data'
import { SANDBOX_KEYS } from './keys'
import * as store from './razorpay.data'
import { collection, orderEntity, paymentEntity, refundEntity, webhookBody } from './razorpay.entities'
import { announce } from './webhooks'

type Wire = { Bindings: Environment; Variables: { db: Database; body: unknown } }

/** Razorpay's HTTP API, as far as the product uses it: the same paths, credentials, entities and errors. */
export const razorpayApi = new Hono<Wire>()

const refuse = (c: Context<Wire>, status: 400 | 401 | 502, description: string) =>
  c.json(
    {
      error: {
        code: status === 502 ? 'SERVER_ERROR' : 'BAD_REQUEST_ERROR',
        description,
        source: 'NA',
        step: 'NA',
        reason: 'NA',
      },
    },
    status,
  )

const CREDENTIALS = `Basic ${btoa(`${SANDBOX_KEYS.key_id}:${SANDBOX_KEYS.key_secret}`)}`
const Receipt = z.object({ receipt: z.string() })

const admit: MiddlewareHandler<Wire> = async (c, next) => {
  if (c.req.header('authorization') !== CREDENTIALS) return refuse(c, 401, 'Authentication failed')
  c.set('db', store.storeOf(c.env))
  c.set('body', c.req.method === 'POST' ? await c.req.json().catch(() => ({})) : {})
  const id = /\/v1\/\w+\/(\w+)/.exec(c.req.path)?.[1] ?? ''
  const names = sql`${namesOf(id)} union ${namesOfPayment(id)} union select ${Receipt.safeParse(c.var.body).data?.receipt ?? null}`
  const [fault] = await takeFaults(c.var.db, ['http_5xx'], names)
  return fault ? refuse(c, 502, 'We are facing some trouble completing your request') : next()
}
razorpayApi.use('/v1/*', admit)

const Amount = z.coerce.number().int().min(1)
const NewOrder = z.object({ amount: Amount, currency: z.string().length(3), receipt: z.string().max(40).nullish() })

razorpayApi.post('/v1/orders', async (c) => {
  const wish = NewOrder.safeParse(c.var.body)
  if (!wish.success) return refuse(c, 400, 'The amount, the currency or the receipt is not right.')
  const { receipt = null, ...money } = wish.data
  const at = now()
  const order = { id: store.madeId('order', at), ...money, receipt, created_at: at }
  await store.addOrder(c.var.db, order)
  return c.json(orderEntity(order, []))
})

const MISSING = 'The id provided does not exist'

razorpayApi.get('/v1/orders/:id', async (c) => {
  const order = await store.orderWith(c.var.db, c.req.param('id'))
  return order ? c.json(orderEntity(order, await store.paymentsOf(c.var.db, order.id))) : refuse(c, 400, MISSING)
})

razorpayApi.get('/v1/orders/:id/payments', async (c) => {
  const payments = await store.paymentsOf(c.var.db, c.req.param('id'))
  return c.json(collection(await Promise.all(payments.map((payment) => entityNow(c.var.db, payment)))))
})

razorpayApi.get('/v1/payments/:id', async (c) => {
  const payment = await store.paymentWith(c.var.db, c.req.param('id'))
  return payment ? c.json(await entityNow(c.var.db, payment)) : refuse(c, 400, MISSING)
})

const Capture = z.object({ amount: Amount, currency: z.string().default('INR') })

razorpayApi.post('/v1/payments/:id/capture', async (c) => {
  const found = await store.paymentWith(c.var.db, c.req.param('id'))
  if (!found) return refuse(c, 400, MISSING)
  const wish = Capture.safeParse(c.var.body).data
  if (wish?.amount !== found.amount || wish.currency !== found.currency) {
    return refuse(c, 400, 'Capture amount must be equal to the amount authorized')
  }
  const payment = await store.capturePayment(c.var.db, found.id)
  if (!payment) return refuse(c, 400, 'This payment has already been captured')
  await announce(c.env, c.var.db, payment.order_id, await captured(c.var.db, payment), now())
  return c.json(paymentEntity(payment))
})

const Refund = z.object({ amount: Amount.optional(), receipt: z.string().nullish() })

razorpayApi.post('/v1/payments/:id/refund', async (c) => {
  const { db } = c.var
  const payment = await store.paymentWith(db, c.req.param('id'))
  const wish = Refund.safeParse(c.var.body).data
  if (!payment || !wish) return refuse(c, 400, MISSING)
  const at = now()
  const idempotency_key = c.req.header('x-refund-idempotency') ?? null
  const id = store.madeId('rfnd', at)
  const made = {
    id,
    payment_id: payment.id,
    amount: wish.amount ?? payment.amount,
    receipt: wish.receipt ?? null,
    idempotency_key,
    created_at: at,
  }
  const [fails] = await takeFaults(db, ['refund_fails'], namesOfPayment(payment.id))
  if (fails) return c.json(await failLater(c.env, db, payment, made))
  const refund = await store.addRefund(db, made)
  if (!refund) return refuse(c, 400, 'The total refund amount is greater than the refund payment amount')
  if (refund.amount !== made.amount)
    return refuse(c, 400, 'Different request with the same idempotency key has already been processed.')
  const entity = refundEntity(refund, payment.currency)
  if (refund.id === id) {
    const body = webhookBody('refund.processed', { refund: entity, payment: await entityNow(db, payment) }, at)
    await announce(c.env, db, payment.order_id, [body], at)
  }
  return c.json(entity)
})

/** It is taken on, and the bank says no afterwards. */
async function failLater(env: Environment, db: Database, payment: store.PaymentRow, made: store.RefundRow) {
  const failed = refundEntity(made, payment.currency, 'failed')
  const body = webhookBody('refund.failed', { refund: failed, payment: await entityNow(db, payment) }, made.created_at)
  await announce(env, db, payment.order_id, [body], made.created_at)
  return refundEntity(made, payment.currency, 'pending')
}

async function entityNow(db: Database, payment: store.PaymentRow) {
  const refunds = await store.refundsOf(db, payment.id)
  return paymentEntity(
    payment,
    refunds.reduce((sum, { amount }) => sum + amount, 0),
  )
}

/** What Razorpay sends once money is captured. */
export async function captured(db: Database, payment: store.PaymentRow): Promise<string[]> {
  const order = await store.orderWith(db, payment.order_id)
  const entity = paymentEntity(payment)
  const at = now()
  if (!order) return []
  const paid = orderEntity(order, await store.paymentsOf(db, order.id))
  return [
    webhookBody('payment.captured', { payment: entity }, at),
    webhookBody('order.paid', { payment: entity, order: paid }, at),
  ]
}
