import fontkit from '@cantoo/fontkit'
import { PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import { money } from '../notifications/wording'
import regular from './fonts/noto-sans-regular.bin'
import semibold from './fonts/noto-sans-semibold.bin'
import { INK, PAGE, QUIET, write, type Pen } from './invoice-pen'
import { correctsOf, type InvoiceRow } from './invoices.data'
import { numberOf } from './invoices.rules'
import type { InvoiceParty } from './invoices.schema'

const TITLES = { invoice: 'Invoice', credit_note: 'Credit note' }
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Asia/Kolkata',
})

/** One page of A4 with everything the row says, and nothing that it does not say. */
export async function drawInvoice(row: InvoiceRow): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const plain = await document.embedFont(regular, { subset: true })
  const strong = await document.embedFont(semibold, { subset: true })
  describe(document, row)
  const pen = penOn(document.addPage([PAGE.width, PAGE.height]), plain, strong)
  drawHead(pen, row)
  drawParties(pen, row)
  drawLines(pen, row)
  drawTotals(pen, row)
  drawFoot(pen, row)
  return document.save()
}

const penOn = (page: PDFPage, plain: PDFFont, strong: PDFFont): Pen => ({
  page,
  plain,
  strong,
  y: PAGE.height - PAGE.margin,
})

/** The same row gives the same bytes, whenever it is drawn. */
function describe(document: PDFDocument, row: InvoiceRow): void {
  document.setTitle(`${TITLES[row.document]} ${numberOf(row)}`)
  document.setLanguage('en')
  document.setProducer('AspireX')
  document.setCreator('AspireX')
  document.setCreationDate(row.issued_at)
  document.setModificationDate(row.issued_at)
}

function drawHead(pen: Pen, row: InvoiceRow): void {
  write(pen, TITLES[row.document], { size: 24, font: 'strong' })
  write(pen, 'AspireX', { size: 14, font: 'strong', align: 'end' })
  pen.y -= 34
  const facts = [
    ['Number', numberOf(row)],
    ['Date', DAY.format(row.issued_at)],
    ...(correctsOf(row) ? [['Takes back', correctsOf(row)!]] : []),
    ...(row.place_of_supply ? [['Place of supply', row.place_of_supply]] : []),
  ]
  for (const [name, value] of facts as [string, string][]) {
    write(pen, name, { color: QUIET })
    write(pen, value, { x: PAGE.margin + 96 })
    pen.y -= 16
  }
  pen.y -= 18
}

function drawParties(pen: Pen, row: InvoiceRow): void {
  const middle = PAGE.width / 2 + 8
  write(pen, row.document === 'invoice' ? 'From' : 'Given by', { color: QUIET })
  write(pen, row.document === 'invoice' ? 'Billed to' : 'Given to', { color: QUIET, x: middle })
  pen.y -= 18
  const top = pen.y
  const ends = [drawParty(pen, row.seller, PAGE.margin), drawParty({ ...pen, y: top }, row.buyer, middle)]
  pen.y = Math.min(...ends) - 40
}

function drawParty(pen: Pen, party: InvoiceParty, x: number): number {
  const down = { ...pen }
  write(down, party.name, { size: 12, x, width: PAGE.width / 2 - PAGE.margin - 16 })
  for (const fact of [party.display_id, party.country]) {
    if (!fact) continue
    down.y -= 15
    write(down, fact, { color: QUIET, x })
  }
  return down.y
}

function drawLines(pen: Pen, row: InvoiceRow): void {
  write(pen, 'What', { color: QUIET })
  write(pen, 'Amount', { color: QUIET, align: 'end' })
  rule(pen, 8)
  for (const line of row.lines) {
    write(pen, money(line.amount_minor, row.currency), { align: 'end' })
    write(pen, line.title, { width: PAGE.width - 2 * PAGE.margin - 130 })
    if (line.detail) {
      pen.y -= 15
      write(pen, line.detail, { size: 9, color: QUIET, width: PAGE.width - 2 * PAGE.margin - 130 })
    }
    rule(pen, 12)
  }
}

function drawTotals(pen: Pen, row: InvoiceRow): void {
  const label = PAGE.width - PAGE.margin - 200
  if (row.tax_basis_points > 0) {
    const taxed = `Tax within, ${row.tax_basis_points / 100} %`
    for (const [name, amount] of [
      ['Without tax', row.total_minor - row.tax_minor],
      [taxed, row.tax_minor],
    ] as const) {
      write(pen, name, { x: label, color: QUIET })
      write(pen, money(amount, row.currency), { align: 'end' })
      pen.y -= 18
    }
  }
  pen.y -= 4
  write(pen, row.document === 'invoice' ? 'Total, paid' : 'Total, given back', { x: label, font: 'strong', size: 12 })
  write(pen, money(row.total_minor, row.currency), { align: 'end', font: 'strong', size: 12 })
}

function drawFoot(pen: Pen, row: InvoiceRow): void {
  const foot = { ...pen, y: PAGE.margin + 14 }
  const words =
    row.subject === 'session'
      ? `The session was sold by ${row.seller.name} through AspireX, which took the payment.`
      : 'The commission was kept from the price that the student paid.'
  write(foot, row.tax_basis_points > 0 ? words : `${words} No tax is charged.`, {
    size: 9,
    color: QUIET,
    width: PAGE.width - 2 * PAGE.margin,
  })
}

function rule(pen: Pen, gap: number): void {
  pen.y -= gap
  pen.page.drawLine({
    start: { x: PAGE.margin, y: pen.y },
    end: { x: PAGE.width - PAGE.margin, y: pen.y },
    thickness: 0.5,
    color: INK,
    opacity: 0.2,
  })
  pen.y -= 18
}
