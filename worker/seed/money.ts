import { commissionRateAt } from '../contract/commission'
import { captureLines } from '../payments/ledger.rules'
import type { ledger_lines, orders, payments, refunds } from '../payments/payments.schema'
import type { sandbox_orders, sandbox_payments, sandbox_refunds } from '../sandbox/sandbox.schema'
import type { OrderState } from '../contract/payments.constants'
import { fixedId, numbersFor, pick, providerId } from './fixed'
import type { Session } from './sessions'

/** What one booking's money left behind here and at the sandbox's provider. */
export interface Money {
  orders: (typeof orders.$inferInsert)[]
  payments: (typeof payments.$inferInsert)[]
  refunds: (typeof refunds.$inferInsert)[]
  captures: (typeof ledger_lines.$inferInsert)[]
  sandbox_orders: (typeof sandbox_orders.$inferInsert)[]
  sandbox_payments: (typeof sandbox_payments.$inferInsert)[]
  sandbox_refunds: (typeof sandbox_refunds.$inferInsert)[]
}

const MINUTE = 60_000
const INDIAN_WAYS = ['upi', 'upi', 'upi', 'card', 'netbanking'] as const

export function moneyOf(session: Session): Money {
  const { name, paid_at, declined } = session
  const { created_at, updated_at, amount_minor, currency } = session.booking
  const opened = { amount_minor, currency, order_id: fixedId(`order:${name}`) }
  const tried = paid_at ?? (declined ? new Date(created_at.getTime() + 2 * MINUTE) : null)
  const named = tried ? providerId('order', name) : null
  const order: typeof orders.$inferInsert = {
    id: opened.order_id,
    booking_id: session.booking.id,
    payer_id: session.student.account_id,
    state: orderState(session),
    amount_minor,
    currency,
    commission_basis_points: commissionRateAt(created_at),
    razorpay_order_id: named,
    razorpay_payment_id: paid_at ? providerId('pay', name) : null,
    version: (tried ? 1 : 0) + (session.refund ? 1 : 0),
    poll_at: null,
    earned_at: earnedAt(session),
    created_at,
    updated_at: session.refund?.at ?? tried ?? updated_at,
  }
  if (!tried || !named) return { ...NOTHING, orders: [order] }
  return { ...NOTHING, orders: [order], ...paymentRows(session, order, named, tried), ...refundRows(session, order) }
}

/** As the database says it when a session is judged or cancelled. */
function earnedAt({ paid_at, booking: { state, judged_at, end_time } }: Session): Date | null {
  if (!paid_at) return null
  if (state === 'completed' || state === 'student_absent') return judged_at
  return state === 'cancelled' ? end_time : null
}

const NOTHING: Money = {
  orders: [],
  payments: [],
  refunds: [],
  captures: [],
  sandbox_orders: [],
  sandbox_payments: [],
  sandbox_refunds: [],
}

function orderState({ paid_at, declined, refund, booking }: Session): OrderState {
  if (refund) return refund.amount_minor === booking.amount_minor ? 'refunded' : 'partly_refunded'
  if (paid_at || booking.amount_minor === 0) return 'captured'
  return declined ? 'failed' : 'created'
}

function paymentRows(session: Session, order: typeof orders.$inferInsert, razorpay_order_id: string, at: Date) {
  const { name, paid_at, mentor } = session
  const { amount_minor, currency, commission_basis_points } = order
  const razorpay_payment_id = providerId('pay', name)
  const method = currency === 'INR' ? pick(INDIAN_WAYS, numbersFor(`method:${name}`)) : 'card'
  const lines = captureLines({
    purpose: 'session',
    amount_minor,
    commission_basis_points,
    commission_tax_basis_points: 0,
    withheld_basis_points: 0,
    mentor_account_id: mentor.account_id,
  })
  return {
    payments: [
      {
        razorpay_payment_id,
        order_id: order.id,
        state: paid_at ? ('captured' as const) : ('failed' as const),
        amount_minor,
        currency,
        method,
        failure: paid_at ? null : 'Payment was declined by the bank.',
        created_at: at,
        captured_at: paid_at,
      },
    ],
    captures: (paid_at ? lines : []).map((line) => ({
      ...line,
      cause: `capture:${razorpay_payment_id}`,
      currency,
      order_id: order.id,
      posted_at: at,
    })),
    sandbox_orders: [
      { id: razorpay_order_id, amount: amount_minor, currency, receipt: order.id, created_at: order.created_at },
    ],
    sandbox_payments: [
      {
        id: razorpay_payment_id,
        order_id: razorpay_order_id,
        status: paid_at ? ('captured' as const) : ('failed' as const),
        amount: amount_minor,
        currency,
        method,
        created_at: at,
      },
    ],
  }
}

function refundRows(
  { name, refund }: Session,
  order: typeof orders.$inferInsert,
): Pick<Money, 'refunds' | 'sandbox_refunds'> {
  if (!refund || !order.razorpay_payment_id) return { refunds: [], sandbox_refunds: [] }
  const id = fixedId(`refund:${name}`)
  const { amount_minor, reason, at } = refund
  const sent_at = new Date(at.getTime() + MINUTE)
  const { razorpay_payment_id, currency } = order
  const razorpay_refund_id = providerId('rfnd', name)
  return {
    refunds: [
      {
        id,
        razorpay_payment_id,
        order_id: order.id,
        amount_minor,
        currency,
        reason,
        state: 'processed',
        razorpay_refund_id,
        created_at: at,
        processed_at: sent_at,
      },
    ],
    sandbox_refunds: [
      {
        id: razorpay_refund_id,
        payment_id: razorpay_payment_id,
        amount: amount_minor,
        receipt: id,
        idempotency_key: id,
        created_at: sent_at,
      },
    ],
  }
}
