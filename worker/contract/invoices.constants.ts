/** A credit note takes back an invoice, or a part of it. */
export const INVOICE_DOCUMENTS = ['invoice', 'credit_note'] as const
export type InvoiceDocument = (typeof INVOICE_DOCUMENTS)[number]

/** What is billed: the mentor's session to the student, or the product's commission to the mentor. */
export const INVOICE_SUBJECTS = ['session', 'commission'] as const
export type InvoiceSubject = (typeof INVOICE_SUBJECTS)[number]
