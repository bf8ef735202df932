export const ORDER_STATES = [
  'created',
  'attempted',
  'authorized',
  'captured',
  'partly_refunded',
  'refunded',
  'failed',
  'parked',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** Forward only: failed may still become authorized later. */
export const PAYMENT_STATES = ['created', 'failed', 'authorized', 'captured'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** `failed` waits for somebody of the staff; whatever is tried again by itself is `requested`. */
export const REFUND_STATES = ['requested', 'processed', 'failed'] as const
export type RefundState = (typeof REFUND_STATES)[number]
