import { and, desc, eq, ne, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import { shape, type Database } from '../lib/database'
import { orders } from './payments.schema'

const listOf = <T>(rows: SQL) => sql<T[]>`${rows}`.mapWith((json: string) => JSON.parse(json) as T[])

export interface PaymentPart {
  reference: string
  state: 'created' | 'failed' | 'authorized' | 'captured'
  amount_minor: number
  currency: string
  method: string | null
  failure: string | null
  at: number
}
const paymentsOfOrder = sql`(select json_group_array(json_object('reference', p.razorpay_payment_id, 'state', p.state,
    'amount_minor', p.amount_minor, 'currency', p.currency, 'method', p.method, 'failure', p.failure,
    'at', coalesce(p.captured_at, p.created_at)) order by p.created_at) from payments p where p.order_id = ${orders.id})`

export interface RefundPart {
  id: string
  amount_minor: number
  currency: string
  reason: string
  state: 'requested' | 'processed' | 'failed'
  method: string | null
  reference: string | null
  created_at: number
  processed_at: number | null
  /** Of the payment that paid for the session, and not of a second or a strange one. */
  of_session: 0 | 1
}
const refundsOfOrder = sql`(select json_group_array(json_object('id', r.id, 'amount_minor', r.amount_minor, 'currency', r.currency,
    'reason', r.reason, 'state', r.state, 'method', p.method, 'reference', r.razorpay_refund_id, 'created_at', r.created_at,
    'processed_at', r.processed_at, 'of_session', p.razorpay_payment_id is ${orders.razorpay_payment_id}) order by r.created_at)
  from refunds r join payments p on p.razorpay_payment_id = r.razorpay_payment_id where r.order_id = ${orders.id})`

export interface InvoicePart {
  id: string
  document: 'invoice' | 'credit_note'
  subject: 'session' | 'commission'
  series: string
  fiscal_year: number
  number: number
  total_minor: number
  currency: string
  issued_at: number
}
const invoicesOfOrder = (reader: SQL | string) =>
  sql`(select json_group_array(json_object('id', i.id, 'document', i.document, 'subject', i.subject, 'series', i.series,
      'fiscal_year', i.fiscal_year, 'number', i.number, 'total_minor', i.total_minor, 'currency', i.currency,
      'issued_at', i.issued_at) order by i.id)
    from invoices i where i.order_id = ${orders.id} and (i.buyer_account_id = ${reader} or i.seller_account_id = ${reader}))`

export interface PostingPart {
  cause: string
  account: string
  amount_minor: number
  currency: string
  at: number
}
const postingsOfOrder = sql`(select json_group_array(json_object('cause', l.cause, 'account', l.account,
    'amount_minor', l.amount_minor, 'currency', l.currency, 'at', l.posted_at) order by l.posted_at, l.cause)
  from ledger_lines l where l.order_id = ${orders.id})`

const parts = (reader: SQL | string) => ({
  order_id: orders.id,
  booking_id: bookings.id,
  state: orders.state,
  amount_minor: orders.amount_minor,
  currency: orders.currency,
  paid_by: orders.razorpay_payment_id,
  created_at: orders.created_at,
  offer_title: bookings.offer_title,
  minutes: bookings.minutes,
  start_time: bookings.start_time,
  mentor_account_id: bookings.mentor_account_id,
  student_account_id: bookings.student_account_id,
  mentor_name: accounts.name,
  payments: listOf<PaymentPart>(paymentsOfOrder),
  refunds: listOf<RefundPart>(refundsOfOrder),
  invoices: listOf<InvoicePart>(invoicesOfOrder(reader)),
})

const selectOrders = (db: Database, reader: SQL | string) =>
  db
    .select(shape(parts(reader)))
    .from(orders)
    .innerJoin(bookings, eq(bookings.id, orders.booking_id))
    .innerJoin(accounts, eq(accounts.id, bookings.mentor_account_id))
export type ReceiptRow = Awaited<ReturnType<typeof selectOrders>>[number]

/** What this person paid or tried to pay for, the newest first, one more than the limit. */
export const receiptsOf = (
  db: Database,
  me: SQL | string,
  { before, limit }: { before: (string | number | null)[] | undefined; limit: number },
) =>
  selectOrders(db, me)
    .where(
      and(
        eq(orders.payer_id, me),
        ne(orders.state, 'created'),
        sql`${orders.amount_minor} > 0`,
        before && sql`(${orders.created_at}, ${orders.id}) < (${before[0] ?? 0}, ${before[1] ?? ''})`,
      ),
    )
    .orderBy(desc(orders.created_at), desc(orders.id))
    .limit(limit + 1)

/** The money of one booking with its postings, for its two people. */
export const moneyOf = (db: Database, booking_id: string, me: SQL | string) =>
  db
    .select(shape({ ...parts(me), postings: listOf<PostingPart>(postingsOfOrder) }))
    .from(orders)
    .innerJoin(bookings, eq(bookings.id, orders.booking_id))
    .innerJoin(accounts, eq(accounts.id, bookings.mentor_account_id))
    .where(
      and(
        eq(bookings.id, booking_id),
        sql`(${bookings.mentor_account_id} = ${me} or ${bookings.student_account_id} = ${me})`,
      ),
    )
export type MoneyRow = Awaited<ReturnType<typeof moneyOf>>[number]
