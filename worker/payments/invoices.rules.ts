import { commissionOf } from '../contract/commission'
import { fiscalYearOf, taxWithin } from '../contract/tax'
import { INVOICE_SUBJECTS, type InvoiceDocument, type InvoiceSubject } from '../contract/invoices.constants'
import { money, timeIn } from '../notifications/wording'
import type { InvoiceLine, InvoiceParty, invoices } from './invoices.schema'

/** A document before it has its number. */
export type Draft = Omit<typeof invoices.$inferInsert, 'id' | 'number'>

/** Everything that the invoices of one order say. */
export interface Sale {
  order_id: string
  amount_minor: number
  currency: string
  session_tax_basis_points: number
  commission_tax_basis_points: number
  place_of_supply: string | null
  commission_basis_points: number
  booking_id: string
  offer_title: string
  minutes: number
  start_time: Date
  time_zone: string
  mentor_account_id: string
  student_account_id: string
  mentor: InvoiceParty
  student: InvoiceParty
}

const PRODUCT: InvoiceParty = { name: 'AspireX', display_id: null, country: 'IN' }

/** Every seller counts on their own, and invoices apart from credit notes: M000001 and C000001, AXI and AXC. */
function seriesOf(document: InvoiceDocument, seller: InvoiceParty): string {
  if (seller.display_id === null) return document === 'invoice' ? 'AXI' : 'AXC'
  return document === 'invoice' ? seller.display_id : seller.display_id.replace('M', 'C')
}

/** Sixteen characters, the most that Indian law allows, while a seller stays below a hundred thousand a year. */
export const numberOf = (row: { series: string; fiscal_year: number; number: number }): string =>
  `${row.series}/${String(row.fiscal_year % 100).padStart(2, '0')}/${String(row.number).padStart(5, '0')}`

interface Sides {
  subject: InvoiceSubject
  seller_account_id: string | null
  buyer_account_id: string
  seller: InvoiceParty
  buyer: InvoiceParty
  tax_basis_points: number
}

const sidesOf = (sale: Sale, subject: InvoiceSubject): Sides =>
  subject === 'session'
    ? {
        subject,
        seller_account_id: sale.mentor_account_id,
        buyer_account_id: sale.student_account_id,
        seller: sale.mentor,
        buyer: sale.student,
        tax_basis_points: sale.session_tax_basis_points,
      }
    : {
        subject,
        seller_account_id: null,
        buyer_account_id: sale.mentor_account_id,
        seller: PRODUCT,
        buyer: sale.mentor,
        tax_basis_points: sale.commission_tax_basis_points,
      }

interface Wording {
  document: InvoiceDocument
  cause: string
  lines: InvoiceLine[]
  refund_id?: string
  corrects_id?: string
}

function draft(sale: Sale, sides: Sides, { document, cause, lines, ...refers }: Wording, issued_at: Date): Draft {
  const total_minor = lines.reduce((sum, line) => sum + line.amount_minor, 0)
  const { order_id, booking_id, currency, place_of_supply } = sale
  return {
    ...sides,
    ...refers,
    cause,
    document,
    series: seriesOf(document, sides.seller),
    fiscal_year: fiscalYearOf(issued_at),
    order_id,
    booking_id,
    lines,
    total_minor,
    tax_minor: taxWithin(total_minor, sides.tax_basis_points),
    place_of_supply,
    currency,
    issued_at,
  }
}

const sessionDetail = ({ minutes, start_time, time_zone }: Sale): string =>
  `${minutes} minutes, ${timeIn(time_zone, start_time.toISOString())}`
const shareDetail = ({ commission_basis_points, amount_minor, currency }: Sale): string =>
  `${commission_basis_points / 100} % of ${money(amount_minor, currency)}`

const lineOf = (sale: Sale, subject: InvoiceSubject): InvoiceLine =>
  subject === 'session'
    ? { title: sale.offer_title, detail: sessionDetail(sale), amount_minor: sale.amount_minor }
    : {
        title: `Commission on “${sale.offer_title}”`,
        detail: shareDetail(sale),
        amount_minor: commissionOf(sale.amount_minor, sale.commission_basis_points),
      }

/** What is billed when a session is paid: the session to the student, the commission to the mentor. */
export const invoicesOf = (sale: Sale, at: Date): Draft[] =>
  INVOICE_SUBJECTS.flatMap((subject) => {
    const line = lineOf(sale, subject)
    if (line.amount_minor === 0) return []
    const wording = { document: 'invoice' as const, cause: `${subject}:${sale.order_id}`, lines: [line] }
    return [draft(sale, sidesOf(sale, subject), wording, at)]
  })

export interface Return {
  refund_id: string
  amount_minor: number
  /** What of the price is left to the mentor and the product after it. */
  kept_minor: number
  /** The invoices that it takes back, or parts of them. */
  corrects: { id: string; subject: InvoiceSubject }[]
}

/** The commission of the rest is always the commission of the rest, as the ledger has it. */
const commissionBack = ({ commission_basis_points: rate }: Sale, { amount_minor, kept_minor }: Return): number =>
  commissionOf(kept_minor + amount_minor, rate) - commissionOf(kept_minor, rate)

/** What takes invoices back when money goes back. */
export const creditNotesOf = (sale: Sale, back: Return, at: Date): Draft[] =>
  back.corrects.flatMap(({ id, subject }) => {
    const amount_minor = subject === 'session' ? back.amount_minor : commissionBack(sale, back)
    if (amount_minor <= 0) return []
    const lines = [{ ...lineOf(sale, subject), amount_minor }]
    const wording = { document: 'credit_note' as const, cause: `${subject}_credit:${back.refund_id}`, lines }
    return [draft(sale, sidesOf(sale, subject), { ...wording, refund_id: back.refund_id, corrects_id: id }, at)]
  })
