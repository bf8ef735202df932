import type { PaymentReport } from './machine.rules'

/** What a refund came to at the provider. `reference` is our own id of it. */
export interface RefundReport {
  reference: string | null
  razorpay_refund_id: string
  status: 'pending' | 'processed' | 'failed'
}

/** A webhook as we understand it; neither member where its kind does not concern us. */
export interface Told {
  kind: string
  payment?: PaymentReport
  refund?: RefundReport
}

/** The one door to a payment provider (C10). Calls end in `Refusal` or `Unreachable` where they do not succeed. */
export interface Gateway {
  /** Answers the provider's id of the order. */
  createOrder: (order: { id: string; amount_minor: number; currency: string }) => Promise<string>
  paymentsOf: (razorpay_order_id: string) => Promise<PaymentReport[]>
  payment: (razorpay_payment_id: string) => Promise<PaymentReport>
  capture: (payment: { razorpay_payment_id: string; amount_minor: number; currency: string }) => Promise<PaymentReport>
  /** Safe to repeat: `id` is the idempotency key, stored before the call (C6). */
  refund: (refund: {
    id: string
    razorpay_payment_id: string
    amount_minor: number
    currency: string
  }) => Promise<RefundReport>
  isPaymentSignature: (proof: {
    razorpay_order_id: string
    razorpay_payment_id: string
    razorpay_signature: string
  }) => Promise<boolean>
  isWebhookSignature: (body: string, signature: string) => Promise<boolean>
  /** Throws a SyntaxError where the body is not JSON. */
  readWebhook: (body: string) => Told
}

/** The provider understood and said no; asking again changes nothing. */
export class Refusal extends Error {}

/** No answer, or not a sensible one, even after asking again. */
export class Unreachable extends Error {}
