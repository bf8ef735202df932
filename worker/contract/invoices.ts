import * as z from 'zod'
import { Id, Instant, PageQuery, pageOf } from './common'
import { INVOICE_DOCUMENTS, INVOICE_SUBJECTS } from './invoices.constants'

export const Invoice = z
  .object({
    id: Id,
    number: z.string().meta({ description: 'Gapless in its series and fiscal year', examples: ['M000001/26/00001'] }),
    document: z.enum(INVOICE_DOCUMENTS),
    subject: z.enum(INVOICE_SUBJECTS),
    role: z.enum(['buyer', 'seller', 'staff']).meta({ description: 'What the reader is in it' }),
    seller_name: z.string(),
    buyer_name: z.string(),
    title: z.string(),
    total_minor: z.int().meta({ description: 'All-in; a credit note gives this much back' }),
    tax_minor: z.int().meta({ description: 'How much of the total is tax' }),
    currency: z.string(),
    issued_at: Instant,
    booking_id: Id,
    corrects: z.string().nullable().meta({ description: 'The number of the invoice that a credit note takes back' }),
    pdf_url: z.string(),
  })
  .meta({ id: 'Invoice' })
export type Invoice = z.infer<typeof Invoice>
export const InvoicePage = pageOf(Invoice).meta({ id: 'InvoicePage' })
export const InvoiceQuery = PageQuery.extend({
  role: z.enum(['buyer', 'seller']).optional().meta({ description: 'Both where it is missing' }),
})
export const InvoicePath = z.strictObject({ id: Id })
