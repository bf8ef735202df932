import * as contract from '../contract/invoices'
import { disposition, PRIVATE } from '../files/files.rules'
import { pageFrom, positionOf } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Account } from '../lib/route'
import { paperOf } from './invoice-papers'
import * as data from './invoices.data'
import { numberOf } from './invoices.rules'

const list = route('signed_in', {
  method: 'get',
  path: '/invoices/',
  operationId: 'invoicesOf',
  summary: 'My invoices and credit notes as buyer and as seller, the newest first',
  query: contract.InvoiceQuery,
  returns: { 200: contract.InvoicePage },
  fails: ['invalid_input'],
  facts: (db, { me, query: { role, cursor, limit } }) => ({
    rows: data.invoicesFor(db, me, { role, before: positionOf(cursor), limit }),
  }),
})

const pdf = route('signed_in', {
  method: 'get',
  path: '/invoices/:id/pdf/',
  operationId: 'invoicePdf',
  summary: 'An invoice or credit note as a PDF to save, for its buyer, its seller and finance',
  params: contract.InvoicePath,
  returns: { 200: null },
  fails: ['not_found'],
  facts: (db, { params }) => ({ rows: data.invoiceWith(db, params.id) }),
})

const mayRead = (row: data.InvoiceRow, { id, roles }: Account): boolean =>
  row.buyer_account_id === id ||
  row.seller_account_id === id ||
  roles.some((role) => role === 'finance' || role === 'admin')

export const invoiceRoutes = slice()
  .on(list, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.issued_at.getTime(), last.id])
    return c.json({ ...page, items: page.items.map((row) => data.invoiceView(row, c.var.account.id)) })
  })
  .on(pdf, async (c) => {
    const row = c.var.facts.rows[0] ?? fail('not_found')
    if (!mayRead(row, c.var.account)) fail('not_found')
    const bytes = await paperOf(c.env, row)
    return c.body(bytes, 200, {
      ...PRIVATE,
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': disposition(`${numberOf(row).replaceAll('/', '-')}.pdf`),
    })
  })
