import { desc, eq, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { selectBookings } from '../bookings/bookings.data'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { payout_profiles } from '../payouts/payouts.schema'
import { numberOf, type Draft } from './invoices.rules'
import { invoices } from './invoices.schema'
import { orders, refunds } from './payments.schema'

/** The statement that writes a document gives it its number, so that no number is ever skipped or given twice (C9). */
export const issue = (db: Database, draft: Draft, id = newId(draft.issued_at)): Statement =>
  db.run(sql`insert into invoices (id, cause, document, subject, series, fiscal_year, number, order_id, booking_id, refund_id,
      corrects_id, seller_account_id, buyer_account_id, seller, buyer, lines, total_minor, tax_minor, tax_basis_points,
      place_of_supply, currency, issued_at)
    select ${id}, ${draft.cause}, ${draft.document}, ${draft.subject}, ${draft.series}, ${draft.fiscal_year},
      coalesce((select max(number) from invoices where series = ${draft.series} and fiscal_year = ${draft.fiscal_year}), 0) + 1,
      ${draft.order_id}, ${draft.booking_id}, ${draft.refund_id ?? null}, ${draft.corrects_id ?? null},
      ${draft.seller_account_id ?? null}, ${draft.buyer_account_id}, ${JSON.stringify(draft.seller)},
      ${JSON.stringify(draft.buyer)}, ${JSON.stringify(draft.lines)}, ${draft.total_minor}, ${draft.tax_minor},
      ${draft.tax_basis_points}, ${draft.place_of_supply ?? null}, ${draft.currency}, ${draft.issued_at.getTime()}
    where not exists (select 1 from invoices where cause = ${draft.cause})`)

export const isIssued = (id: string): SQL => sql`exists (select 1 from invoices where id = ${id})`

export const orderWith = (db: Database, id: string) => db.select().from(orders).where(eq(orders.id, id))
export const bookingWithOrder = (db: Database, id: string) => selectBookings(db).where(eq(orders.id, id))

/** How a mentor is called on paper, where they said so. */
export const legalNameOf = (db: Database, order_id: string) =>
  db
    .select({ name: payout_profiles.legal_name, country: payout_profiles.country })
    .from(payout_profiles)
    .where(
      sql`${payout_profiles.account_id} = (select mentor_account_id from bookings
        where id = (select booking_id from orders where id = ${order_id}))`,
    )

export const invoicesOfOrder = (db: Database, order_id: string) =>
  db.select().from(invoices).where(eq(invoices.order_id, order_id)).orderBy(invoices.id)

export const refundOfOrder = (db: Database, id: string) =>
  db
    .select(
      shape({
        id: refunds.id,
        order_id: refunds.order_id,
        amount_minor: refunds.amount_minor,
        reason: refunds.reason,
        of_session: sql<boolean>`${refunds.razorpay_payment_id} = ${orders.razorpay_payment_id}`.mapWith(Boolean),
        /** What of the price was kept once this refund was promised, as the ledger saw it. */
        kept_minor: sql<number>`${orders.amount_minor} - (select sum(r.amount_minor) from refunds r
          where r.razorpay_payment_id = ${refunds.razorpay_payment_id} and r.rowid <= ${refunds}.rowid)`,
      }),
    )
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.order_id))
    .where(eq(refunds.id, id))

const corrected = alias(invoices, 'corrected')
const fields = {
  id: invoices.id,
  document: invoices.document,
  subject: invoices.subject,
  series: invoices.series,
  fiscal_year: invoices.fiscal_year,
  number: invoices.number,
  booking_id: invoices.booking_id,
  seller_account_id: invoices.seller_account_id,
  buyer_account_id: invoices.buyer_account_id,
  seller: invoices.seller,
  buyer: invoices.buyer,
  lines: invoices.lines,
  total_minor: invoices.total_minor,
  tax_minor: invoices.tax_minor,
  tax_basis_points: invoices.tax_basis_points,
  place_of_supply: invoices.place_of_supply,
  currency: invoices.currency,
  issued_at: invoices.issued_at,
  corrects_series: nullable(corrected.series),
  corrects_year: nullable(corrected.fiscal_year),
  corrects_number: nullable(corrected.number),
}

const selectInvoices = (db: Database) =>
  db.select(shape(fields)).from(invoices).leftJoin(corrected, eq(corrected.id, invoices.corrects_id))
export type InvoiceRow = Awaited<ReturnType<typeof selectInvoices>>[number]

export const invoiceWith = (db: Database, id: string) => selectInvoices(db).where(eq(invoices.id, id))

interface Page {
  role: 'buyer' | 'seller' | undefined
  before: (string | number | null)[] | undefined
  limit: number
}
/** A person's documents, the newest first, one more than the limit. Each side is cut before they are put together. */
export function invoicesFor(db: Database, me: SQL | string, { role, before, limit }: Page) {
  const older = before ? sql`and (issued_at, id) < (${before[0] ?? 0}, ${before[1] ?? ''})` : sql``
  const mine = (side: 'buyer' | 'seller') =>
    sql`select id from (select id from invoices where ${sql.raw(side)}_account_id = ${me} ${older}
      order by issued_at desc, id desc limit ${limit + 1})`
  const ids = role ? mine(role) : sql`${mine('buyer')} union ${mine('seller')}`
  return selectInvoices(db)
    .where(sql`${invoices.id} in (${ids})`)
    .orderBy(desc(invoices.issued_at), desc(invoices.id))
    .limit(limit + 1)
}

export const correctsOf = ({ corrects_series, corrects_year, corrects_number }: InvoiceRow): string | null =>
  corrects_series === null || corrects_year === null || corrects_number === null
    ? null
    : numberOf({ series: corrects_series, fiscal_year: corrects_year, number: corrects_number })

export const pdfUrlOf = (id: string): string => `/api/invoices/${id}/pdf/`

export const invoiceView = (row: InvoiceRow, reader: string) => ({
  id: row.id,
  number: numberOf(row),
  document: row.document,
  subject: row.subject,
  role:
    row.buyer_account_id === reader
      ? ('buyer' as const)
      : row.seller_account_id === reader
        ? ('seller' as const)
        : ('staff' as const),
  seller_name: row.seller.name,
  buyer_name: row.buyer.name,
  title: row.lines[0]?.title ?? '',
  total_minor: row.total_minor,
  tax_minor: row.tax_minor,
  currency: row.currency,
  issued_at: row.issued_at,
  booking_id: row.booking_id,
  corrects: correctsOf(row),
  pdf_url: pdfUrlOf(row.id),
})
