import type { OrderRow, PaymentRow, RefundRow } from './razorpay.data'

// The shapes that Razorpay's API and webhooks carry.

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

export function orderEntity(order: OrderRow, payments: PaymentRow[]) {
  const paid = payments.filter(({ status }) => status === 'captured').reduce((sum, { amount }) => sum + amount, 0)
  return {
    id: order.id,
    entity: 'order',
    amount: order.amount,
    amount_paid: paid,
    amount_due: Math.max(0, order.amount - paid),
    currency: order.currency,
    receipt: order.receipt,
    offer_id: null,
    status: paid > 0 ? 'paid' : payments.length > 0 ? 'attempted' : 'created',
    attempts: payments.length,
    notes: [],
    created_at: seconds(order.created_at),
  }
}

const DECLINED = {
  error_code: 'BAD_REQUEST_ERROR',
  error_description: 'Payment was declined by the bank.',
  error_source: 'bank',
  error_step: 'payment_authorization',
  error_reason: 'payment_failed',
}
const NO_ERROR = { error_code: null, error_description: null, error_source: null, error_step: null, error_reason: null }

export function paymentEntity(payment: PaymentRow, refunded = 0) {
  const { id, amount, currency, order_id, method } = payment
  return {
    id,
    entity: 'payment',
    amount,
    currency,
    status: refunded > 0 && refunded === amount ? 'refunded' : payment.status,
    order_id,
    invoice_id: null,
    international: false,
    method,
    amount_refunded: refunded,
    refund_status: refunded === 0 ? null : refunded === amount ? 'full' : 'partial',
    captured: payment.status === 'captured',
    description: null,
    card_id: null,
    bank: method === 'netbanking' ? 'HDFC' : null,
    wallet: null,
    vpa: method === 'upi' ? 'sandbox@upi' : null,
    email: 'payer@example.com',
    contact: '+910000000000',
    notes: [],
    fee: null,
    tax: null,
    ...(payment.status === 'failed' ? DECLINED : NO_ERROR),
    acquirer_data: {},
    created_at: seconds(payment.created_at),
  }
}

export const refundEntity = (
  refund: RefundRow,
  currency: string,
  status: 'pending' | 'processed' | 'failed' = 'processed',
) => ({
  id: refund.id,
  entity: 'refund',
  amount: refund.amount,
  currency,
  payment_id: refund.payment_id,
  notes: [],
  receipt: refund.receipt,
  acquirer_data: { arn: null },
  batch_id: null,
  status,
  speed_processed: 'normal',
  speed_requested: 'normal',
  created_at: seconds(refund.created_at),
})

export const collection = <T>(items: T[]) => ({ entity: 'collection', count: items.length, items })

type Entities = Partial<Record<'payment' | 'order' | 'refund', { entity: string }>>

/** `contains` names the entities in the order of the payload, as Razorpay does. */
export const webhookBody = (event: string, entities: Entities, at: Date): string =>
  JSON.stringify({
    entity: 'event',
    account_id: 'acc_sandbox',
    event,
    contains: Object.keys(entities),
    payload: Object.fromEntries(Object.entries(entities).map(([name, entity]) => [name, { entity }])),
    created_at: seconds(at),
  })
