import type { Environment } from '../lib/environment'
import type { InvoiceRow } from './invoices.data'

/** Not below `files/`, whose sweep takes what no row of a file knows. */
const keyOf = (id: string): string => `invoices/${id}.pdf`

/** The PDF of an invoice: as it was kept, or made from its row, which never changes, and kept. */
export async function paperOf({ FILES }: Pick<Environment, 'FILES'>, row: InvoiceRow): Promise<ArrayBuffer> {
  const kept = await FILES.get(keyOf(row.id))
  if (kept) return kept.arrayBuffer()
  const { drawInvoice } = await import('./invoice-drawing')
  const bytes = await drawInvoice(row)
  await FILES.put(keyOf(row.id), bytes, { httpMetadata: { contentType: 'application/pdf' } })
  return bytes.buffer as ArrayBuffer
}
