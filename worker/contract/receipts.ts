import * as z from 'zod'
import { Day, Id, Instant, PageQuery, pageOf } from './common'
import { INVOICE_DOCUMENTS, INVOICE_SUBJECTS } from './invoices.constants'
import { ORDER_STATES, PAYMENT_STATES, REFUND_STATES } from './payments.constants'

const method = z.string().nullable().meta({ description: 'upi, card, netbanking, wallet …, as the provider calls it' })
const reference = z.string().nullable().meta({ description: "The provider's reference" })

export const Refund = z
  .object({
    id: Id,
    amount_minor: z.int(),
    currency: z.string(),
    reason: z.string(),
    state: z.enum(REFUND_STATES),
    method,
    reference,
    requested_at: Instant,
    sent_at: Instant.nullable().meta({ description: 'When the provider sent it on its way' }),
    expected_from: Day.meta({ description: 'When it should have arrived, at the earliest' }),
    expected_by: Day.meta({ description: 'and at the latest, counted in working days' }),
  })
  .meta({ id: 'Refund' })

export const Payment = z
  .object({
    reference: z.string(),
    state: z.enum(PAYMENT_STATES),
    amount_minor: z.int(),
    currency: z.string(),
    method,
    failure: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'Payment' })

const InvoiceLink = z.object({
  id: Id,
  number: z.string(),
  document: z.enum(INVOICE_DOCUMENTS),
  pdf_url: z.string(),
})

export const Receipt = z
  .object({
    order_id: Id,
    booking_id: Id,
    state: z.enum(ORDER_STATES),
    amount_minor: z.int(),
    currency: z.string(),
    created_at: Instant,
    offer_title: z.string(),
    minutes: z.int(),
    start_time: Instant,
    mentor_name: z.string(),
    payments: z.array(Payment),
    refunds: z.array(Refund),
    invoices: z.array(InvoiceLink),
  })
  .meta({ id: 'Receipt' })
export const ReceiptPage = pageOf(Receipt).meta({ id: 'ReceiptPage' })
export const ReceiptQuery = PageQuery

const at = Instant
const money = { amount_minor: z.int(), currency: z.string() }
/** What happened to the money of a booking, one by one. A mentor is not told how the student paid. */
export const MoneyEvent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('free'), at }),
    z.object({ kind: z.literal('order_opened'), at, ...money }),
    z.object({ kind: z.literal('payment_failed'), at, ...money, method, reason: z.string().nullable() }),
    z.object({ kind: z.literal('payment_authorized'), at, ...money, method, reference }),
    z.object({ kind: z.literal('paid'), at, ...money, method, reference }),
    z.object({ kind: z.literal('paid_twice'), at, ...money, method, reference }),
    z.object({ kind: z.literal('paid_otherwise'), at, ...money, method, reference }),
    z.object({ kind: z.literal('split'), at, currency: z.string(), held_minor: z.int(), commission_minor: z.int() }),
    z.object({ kind: z.literal('released'), at, ...money }),
    z.object({ kind: z.literal('refund_requested'), at, ...money, reason: z.string() }),
    z.object({
      kind: z.literal('refund_sent'),
      at,
      ...money,
      method,
      reference,
      expected_from: Day,
      expected_by: Day,
    }),
    z.object({ kind: z.literal('refund_stuck'), at, ...money }),
    z.object({
      kind: z.literal('invoiced'),
      at,
      ...money,
      id: Id,
      number: z.string(),
      document: z.enum(INVOICE_DOCUMENTS),
      subject: z.enum(INVOICE_SUBJECTS),
      pdf_url: z.string(),
    }),
  ])
  .meta({ id: 'MoneyEvent' })
export type MoneyEvent = z.infer<typeof MoneyEvent>

export const MoneyStory = z
  .object({
    booking_id: Id,
    ...money,
    paid_minor: z.int().meta({ description: 'What arrived for the session' }),
    refunded_minor: z.int().meta({ description: 'What of it was promised back' }),
    events: z.array(MoneyEvent),
  })
  .meta({ id: 'MoneyStory' })
export type MoneyStory = z.infer<typeof MoneyStory>
export const MoneyPath = z.strictObject({ id: Id })
