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
