import { Held } from '../contract/bookings'
import * as contract from '../contract/payments'
import { read, readAll, write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import { route, slice } from '../lib/route'
import { askProvider, openAtProvider, settlePayment } from './checkout'
import { factsOf, receiveEvent } from './events.data'
import { gatewayOf } from './gateway'
import { payableOf } from './orders.data'

const createOrder = route('student', {
  method: 'post',
  path: '/mentor/create-order/',
  operationId: 'createOrder',
  summary: 'Open the order of a held session at the payment provider; the payer calls it, as often as needed',
  body: contract.OrderWish,
  returns: { 200: contract.OrderOpened },
  fails: [
    'invalid_input',
    'not_found',
    'hold_expired',
    'state_conflict',
    'idempotency_key_reused',
    'gateway_unavailable',
  ],
  idempotent: true,
  facts: (db, { body, me }) => ({ booking: payableOf(db, body.booking_id, me) }),
})

const verifyPayment = route('student', {
  method: 'post',
  path: '/mentor/verify-payment/',
  operationId: 'verifyPayment',
  summary: 'Tell of a payment from the browser; the webhook does the same without it',
  body: contract.PaymentProof,
  returns: { 200: Held },
  fails: [
    'invalid_signature',
    'invalid_input',
    'not_found',
    'state_conflict',
    'idempotency_key_reused',
    'gateway_unavailable',
  ],
  idempotent: true,
  facts: (db, { body }) => factsOf(db, body),
})

const webhook = route('anyone', {
  method: 'post',
  path: '/payments/webhook/',
  operationId: 'receivePaymentWebhook',
  summary: 'Razorpay tells of a payment or a refund, signed over the raw body',
  returns: { 200: contract.WebhookReceived },
  fails: ['invalid_signature', 'malformed_json', 'gateway_unavailable'],
  raw: true,
})

/** Whoever loses a race between his two trips reads again and finds what the winner wrote. */
const MOST_ROUNDS = 4

export const paymentRoutes = slice()
  .on(createOrder, async (c) => {
    let row = c.var.facts.booking[0] ?? fail('not_found')
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const opened = await openAtProvider(c.var, c.env, row)
      if (opened) return c.json(opened)
      row = (await read(c.var.db, payableOf(c.var.db, row.id, c.var.account.id)))[0] ?? fail('not_found')
    }
    return fail('state_conflict')
  })
  .on(verifyPayment, async (c) => {
    let { facts } = c.var
    if (facts.order[0]?.payer_id !== c.var.account.id) fail('not_found')
    if (!(await gatewayOf(c.env).isPaymentSignature(c.var.body))) fail('invalid_signature')
    const report = await askProvider(() => gatewayOf(c.env).payment(c.var.body.razorpay_payment_id))
    if (report.razorpay_order_id !== c.var.body.razorpay_order_id) fail('invalid_signature')
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const settled = await settlePayment(c.var, c.env, facts, report)
      if (settled) return c.json(settled)
      facts = await readAll(c.var.db, factsOf(c.var.db, report))
    }
    return fail('state_conflict')
  })
  .on(webhook, async (c) => {
    const { body_text, db, now } = c.var
    const gateway = gatewayOf(c.env)
    if (!(await gateway.isWebhookSignature(body_text, c.req.header('x-razorpay-signature') ?? '')))
      fail('invalid_signature')
    const told = understood(() => gateway.readWebhook(body_text))
    const named = c.req.header('x-razorpay-event-id') ?? ''
    const id = `webhook:${/^[\w-]{1,64}$/.test(named) ? named : await hashOf(body_text)}`
    const razorpay_order_id = told.payment?.razorpay_order_id ?? null
    await write(
      db,
      receiveEvent(db, { id, source: 'webhook', kind: told.kind, razorpay_order_id, raw: body_text, now }),
    )
    return c.json({ received: true })
  })

function understood<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof SyntaxError) fail('malformed_json')
    throw error
  }
}
