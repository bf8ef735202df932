import * as z from 'zod'
import { Id, Instant, PageQuery, pageOf, text } from './common'
import { REFUND_STATES } from './payments.constants'

const money = { amount_minor: z.int(), currency: z.string() }

/** Money that arrived, but not as it was agreed. */
export const ParkedPayment = z
  .object({
    kind: z.literal('payment'),
    id: Id.meta({ description: "The provider's id of the payment" }),
    at: Instant,
    ...money,
    expected_minor: z.int(),
    expected_currency: z.string(),
    booking_id: Id,
    order_id: Id,
  })
  .meta({ id: 'ParkedPayment' })

/** Something the provider told that belongs to nothing we know. */
export const ParkedEvent = z
  .object({
    kind: z.literal('event'),
    id: Id,
    at: Instant,
    event: z.string(),
    note: z.string().nullable(),
    razorpay_order_id: z.string().nullable(),
  })
  .meta({ id: 'ParkedEvent' })

export const ParkedPage = pageOf(z.discriminatedUnion('kind', [ParkedPayment, ParkedEvent])).meta({ id: 'ParkedPage' })
export const ParkedQuery = PageQuery
export const ParkedPath = z.strictObject({ id: z.string().min(1).max(100) })
export const GivingBack = z.strictObject({ reason: text(1, 500) }).meta({ id: 'GivingBack' })
export const GivenBack = z.object({ id: Id, ...money }).meta({ id: 'GivenBack' })
export const Replayed = z.object({ id: Id, state: z.enum(['received']) }).meta({ id: 'Replayed' })

export const TroubledRefund = z
  .object({
    id: Id,
    state: z
      .enum(REFUND_STATES)
      .meta({ description: 'requested: tried again at retry_at; failed: waits for somebody of the staff' }),
    ...money,
    reason: z.string(),
    failure: z.string(),
    tries: z.int(),
    retry_at: Instant.nullable(),
    requested_at: Instant,
    razorpay_payment_id: z.string(),
    booking_id: Id,
  })
  .meta({ id: 'TroubledRefund' })
export const TroubledRefundPage = pageOf(TroubledRefund).meta({ id: 'TroubledRefundPage' })
export const TroubledQuery = PageQuery
export const RefundPath = z.strictObject({ id: Id })
