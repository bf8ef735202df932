import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'

// What the pretended Razorpay knows. The product never reads these tables: it asks over the API, as it would Razorpay.

export const sandbox_orders = sqliteTable('sandbox_orders', {
  id: text('id').primaryKey(),
  amount: integer('amount').notNull(),
  currency: text('currency').notNull(),
  receipt: text('receipt'),
  created_at: instant('created_at').notNull(),
})

export const sandbox_payments = sqliteTable(
  'sandbox_payments',
  {
    id: text('id').primaryKey(),
    order_id: text('order_id')
      .notNull()
      .references(() => sandbox_orders.id),
    status: text('status').$type<'authorized' | 'captured' | 'failed'>().notNull(),
    amount: integer('amount').notNull(),
    currency: text('currency').notNull(),
    method: text('method').$type<'upi' | 'card' | 'netbanking'>().notNull(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [index('sandbox_payments_of_order').on(t.order_id)],
)

export const sandbox_refunds = sqliteTable(
  'sandbox_refunds',
  {
    id: text('id').primaryKey(),
    payment_id: text('payment_id')
      .notNull()
      .references(() => sandbox_payments.id),
    amount: integer('amount').notNull(),
    receipt: text('receipt'),
    idempotency_key: text('idempotency_key').unique(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [index('sandbox_refunds_of_payment').on(t.payment_id)],
)

export const FAULT_KINDS = [
  'late',
  'twice',
  'out_of_order',
  'never',
  'wrong_amount',
  'http_5xx',
  'refund_fails',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** How the sandbox will lie, and how often yet. */
export const sandbox_faults = sqliteTable('sandbox_faults', {
  id: text('id').primaryKey(),
  /** Null for every order. */
  order_id: text('order_id'),
  kind: text('kind').$type<FaultKind>().notNull(),
  times: integer('times').notNull(),
  seconds: integer('seconds').notNull(),
})
