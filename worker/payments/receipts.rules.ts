import type { InvoicePart, ReceiptRow, RefundPart } from './receipts.data'
import { numberOf } from './invoices.rules'
import { expectedFor } from './refunds.rules'

const timeOf = (ms: number): string => new Date(ms).toISOString()

/** A refund as its receiver sees it: how, under which reference, and when the bank should show it. */
export const refundView = (row: RefundPart) => ({
  id: row.id,
  amount_minor: row.amount_minor,
  currency: row.currency,
  reason: row.reason,
  state: row.state,
  method: row.method,
  reference: row.reference,
  requested_at: timeOf(row.created_at),
  sent_at: row.processed_at === null ? null : timeOf(row.processed_at),
  ...expectedFor(row.method, new Date(row.processed_at ?? row.created_at)),
})

export const invoiceLink = (row: InvoicePart) => ({
  id: row.id,
  number: numberOf(row),
  document: row.document,
  pdf_url: `/api/invoices/${row.id}/pdf/`,
})

export const receiptView = ({ payments, refunds, invoices, ...row }: ReceiptRow) => ({
  order_id: row.order_id,
  booking_id: row.booking_id,
  state: row.state,
  amount_minor: row.amount_minor,
  currency: row.currency,
  created_at: row.created_at,
  offer_title: row.offer_title,
  minutes: row.minutes,
  start_time: row.start_time,
  mentor_name: row.mentor_name,
  payments: payments.map(({ at, ...payment }) => ({ ...payment, at: timeOf(at) })),
  refunds: refunds.map(refundView),
  invoices: invoices.map(invoiceLink),
})
