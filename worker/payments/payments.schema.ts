import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import type { OrderState, PaymentState, RefundState } from '../contract/payments.constants'
import { instant } from '../lib/columns'

export type EventSource = 'webhook' | 'callback' | 'poll'

export const orders = sqliteTable(
  'orders',
  {
    id: text('id').primaryKey(),
    booking_id: text('booking_id')
      .notNull()
      .unique()
      .references(() => bookings.id),
    payer_id: text('payer_id')
      .notNull()
      .references(() => accounts.id),
    state: text('state').$type<OrderState>().notNull(),
    amount_minor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** Copied from the dated rule when the order was opened (C2). */
    commission_basis_points: integer('commission_basis_points').notNull(),
    session_tax_basis_points: integer('session_tax_basis_points').notNull().default(0),
    commission_tax_basis_points: integer('commission_tax_basis_points').notNull().default(0),
    withheld_basis_points: integer('withheld_basis_points').notNull().default(0),
    place_of_supply: text('place_of_supply'),
    razorpay_order_id: text('razorpay_order_id').unique(),
    /** The payment that paid for the session; any further one is given back. */
    razorpay_payment_id: text('razorpay_payment_id'),
    /** Rises with every step, so that a decision is written only over the state it was made from. */
    version: integer('version').notNull().default(0),
    /** When the provider is asked next; null before it knows the order and after the money is settled. */
    poll_at: instant('poll_at'),
    /** When the session was over for its money: the mentor's part is released some time later. Null before and after. */
    earned_at: instant('earned_at'),
    created_at: instant('created_at').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    index('orders_of_payer').on(t.payer_id, t.created_at),
    index('orders_to_poll')
      .on(t.poll_at)
      .where(sql`poll_at is not null`),
    index('orders_to_release')
      .on(t.earned_at)
      .where(sql`earned_at is not null`),
  ],
)

/** What the provider said, raw and once: webhook, callback and poll all enter here. */
export const payment_events = sqliteTable(
  'payment_events',
  {
    id: text('id').primaryKey(),
    source: text('source').$type<EventSource>().notNull(),
    kind: text('kind').notNull(),
    razorpay_order_id: text('razorpay_order_id'),
    raw: text('raw').notNull(),
    state: text('state').$type<'received' | 'applied' | 'parked' | 'ignored'>().notNull(),
    /** Which attempt applied it; guards every statement of that attempt's batch. */
    applied_by: text('applied_by'),
    note: text('note'),
    received_at: instant('received_at').notNull(),
  },
  (t) => [
    index('events_of_order').on(t.razorpay_order_id),
    index('events_parked')
      .on(t.received_at)
      .where(sql`state = 'parked'`),
  ],
)

export const payments = sqliteTable(
  'payments',
  {
    razorpay_payment_id: text('razorpay_payment_id').primaryKey(),
    order_id: text('order_id')
      .notNull()
      .references(() => orders.id),
    state: text('state').$type<PaymentState>().notNull(),
    amount_minor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    method: text('method'),
    failure: text('failure'),
    created_at: instant('created_at').notNull(),
    captured_at: instant('captured_at'),
  },
  (t) => [index('payments_of_order').on(t.order_id)],
)

export const refunds = sqliteTable(
  'refunds',
  {
    /** Also the provider's idempotency key, stored before the call (C6). */
    id: text('id').primaryKey(),
    razorpay_payment_id: text('razorpay_payment_id')
      .notNull()
      .references(() => payments.razorpay_payment_id),
    order_id: text('order_id')
      .notNull()
      .references(() => orders.id),
    amount_minor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<RefundState>().notNull(),
    razorpay_refund_id: text('razorpay_refund_id'),
    /** How often it went wrong so far. */
    tries: integer('tries').notNull().default(0),
    /** What the last time went wrong; null again once it is sent. */
    failure: text('failure'),
    /** Rises where the provider refused for good: asking with the same key would only repeat its answer. */
    key_number: integer('key_number').notNull().default(0),
    retry_at: instant('retry_at'),
    /** Who of the staff gave it back, and why; null where a rule did. */
    requested_by: text('requested_by'),
    note: text('note'),
    created_at: instant('created_at').notNull(),
    processed_at: instant('processed_at'),
  },
  (t) => [
    index('refunds_of_payment').on(t.razorpay_payment_id),
    index('refunds_of_order').on(t.order_id),
    index('refunds_in_trouble')
      .on(t.created_at)
      .where(sql`failure is not null and state <> 'processed'`),
  ],
)

/** Append-only (a trigger says so). The lines of one cause sum to zero per currency (C7). */
export const ledger_lines = sqliteTable(
  'ledger_lines',
  {
    /** `capture:pay_…`, `refund:…`: one cause posts once. */
    cause: text('cause').notNull(),
    account: text('account').notNull(),
    amount_minor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** Empty where the money is of no one order: a withdrawal's. */
    order_id: text('order_id').notNull(),
    posted_at: instant('posted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cause, t.account] }),
    index('ledger_of_account').on(t.account, t.currency, t.posted_at),
    index('ledger_of_order').on(t.order_id, t.account),
    index('ledger_by_time').on(t.posted_at),
  ],
)
