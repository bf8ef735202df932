import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import type { InvoiceDocument, InvoiceSubject } from '../contract/invoices.constants'
import { instant } from '../lib/columns'
import { orders, refunds } from './payments.schema'

/** Who sold or bought, as they were called on the day: an invoice does not change with a profile. */
export interface InvoiceParty {
  name: string
  /** S000001 or M000001; null for the product itself. */
  display_id: string | null
  country: string | null
}

export interface InvoiceLine {
  title: string
  detail: string | null
  amount_minor: number
}

/** Append-only (a trigger says so): what was wrong is taken back by a credit note. The PDF is made from the row. */
export const invoices = sqliteTable(
  'invoices',
  {
    id: text('id').primaryKey(),
    /** `session:{order}`, `commission_credit:{refund}`: one cause has one document. */
    cause: text('cause').notNull().unique(),
    document: text('document').$type<InvoiceDocument>().notNull(),
    subject: text('subject').$type<InvoiceSubject>().notNull(),
    series: text('series').notNull(),
    fiscal_year: integer('fiscal_year').notNull(),
    /** Dense from 1 in its series and fiscal year (C9). */
    number: integer('number').notNull(),
    order_id: text('order_id')
      .notNull()
      .references(() => orders.id),
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    refund_id: text('refund_id').references(() => refunds.id),
    corrects_id: text('corrects_id').references((): AnySQLiteColumn => invoices.id),
    /** Null for the product itself. */
    seller_account_id: text('seller_account_id').references(() => accounts.id),
    buyer_account_id: text('buyer_account_id')
      .notNull()
      .references(() => accounts.id),
    seller: text('seller', { mode: 'json' }).$type<InvoiceParty>().notNull(),
    buyer: text('buyer', { mode: 'json' }).$type<InvoiceParty>().notNull(),
    lines: text('lines', { mode: 'json' }).$type<InvoiceLine[]>().notNull(),
    total_minor: integer('total_minor').notNull(),
    tax_minor: integer('tax_minor').notNull(),
    tax_basis_points: integer('tax_basis_points').notNull(),
    place_of_supply: text('place_of_supply'),
    currency: text('currency').notNull(),
    issued_at: instant('issued_at').notNull(),
  },
  (t) => [
    uniqueIndex('invoice_numbers').on(t.series, t.fiscal_year, t.number),
    index('invoices_of_order').on(t.order_id),
    index('invoices_of_booking').on(t.booking_id),
    index('invoices_of_seller').on(t.seller_account_id, t.issued_at),
    index('invoices_of_buyer').on(t.buyer_account_id, t.issued_at),
  ],
)
