import * as z from 'zod'
import { Id } from './common'
import { ORDER_STATES } from './payments.constants'

export const Order = z
  .object({
    id: Id,
    booking_id: Id,
    state: z.enum(ORDER_STATES),
    amount_minor: z.int(),
    currency: z.string(),
    razorpay_order_id: z.string().nullable(),
    key_id: z.string().nullable(),
  })
  .meta({ id: 'Order' })
export type Order = z.infer<typeof Order>
export const OrderWish = z.strictObject({ booking_id: Id }).meta({ id: 'OrderWish' })
export const OrderOpened = z.object({ order: Order }).meta({ id: 'OrderOpened' })

const reference = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w-]+$/)
export const PaymentProof = z
  .strictObject({
    razorpay_order_id: reference,
    razorpay_payment_id: reference,
    razorpay_signature: z.string().min(1).max(200),
  })
  .meta({ id: 'PaymentProof' })
export const WebhookReceived = z.object({ received: z.literal(true) }).meta({ id: 'WebhookReceived' })
