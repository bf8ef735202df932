import type { OrderState, PaymentState } from '../contract/payments.constants'

/** What the provider says about one payment, whichever way it reached us. */
export interface PaymentReport {
  razorpay_payment_id: string
  razorpay_order_id: string
  status: PaymentState
  amount_minor: number
  currency: string
  method: string | null
  failure: string | null
  /** What the provider keeps of it, where it says so: as a rule with the capture, and in rupees. */
  fee_minor?: number
}

/** What we know before a report is applied. */
export interface Known {
  state: OrderState
  amount_minor: number
  currency: string
  /** The payment that paid for the session already. */
  paid_by: string | null
  /** Where this payment stood, if it was heard of before. */
  payment_state: PaymentState | null
}

/** What money that has just arrived is for. */
export type Purpose = 'session' | 'duplicate' | 'suspense'

export interface Step {
  order: OrderState
  payment: PaymentState
  /** Only on the one step on which the payment becomes captured. */
  arrived?: Purpose
  /** The provider holds the money ready: it should be captured. */
  capture: boolean
  /** Whether it moves anything. What is no news now never becomes any, for states only move forward. */
  news: boolean
}

// Forward only: a state is left for a later one alone, so that every order, repetition and loss of reports ends alike.
// A failed payment may still become authorized later; an order that is parked is settled by a payment that agrees.
const PAYMENT_PATH: PaymentState[] = ['created', 'failed', 'authorized', 'captured']
const ORDER_PATH: OrderState[] = [
  'created',
  'attempted',
  'failed',
  'authorized',
  'parked',
  'captured',
  'partly_refunded',
  'refunded',
]

const later = <S>(path: readonly S[], one: S, other: S): S => (path.indexOf(other) > path.indexOf(one) ? other : one)

const CLAIMS = { created: 'attempted', failed: 'failed', authorized: 'authorized', captured: 'captured' } as const

export function stepOf(known: Known, report: PaymentReport): Step {
  const before = known.payment_state ?? 'created'
  const payment = later(PAYMENT_PATH, before, report.status)
  const agrees = report.amount_minor === known.amount_minor && report.currency === known.currency
  const holdsMoney = payment === 'authorized' || payment === 'captured'
  const order = later(ORDER_PATH, known.state, holdsMoney && !agrees ? 'parked' : CLAIMS[payment])
  return {
    order,
    payment,
    ...(payment === 'captured' && before !== 'captured' && { arrived: purposeOf(known, agrees) }),
    capture: payment === 'authorized' && before !== 'authorized' && agrees && order === 'authorized',
    news: order !== known.state || payment !== known.payment_state,
  }
}

const purposeOf = (known: Known, agrees: boolean): Purpose =>
  !agrees ? 'suspense' : known.paid_by === null ? 'session' : 'duplicate'

/** Whether the provider need not be asked about it any more. */
export const isSettled = (state: OrderState): boolean => ORDER_PATH.indexOf(state) >= ORDER_PATH.indexOf('parked')
