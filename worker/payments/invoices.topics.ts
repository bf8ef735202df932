import type { BookingRow } from '../bookings/bookings.data'
import { now } from '../lib/clock'
import { read, readAll, unmetered, write, type Database } from '../lib/database'
import { newId } from '../lib/ids'
import { post, type Topics } from '../lib/outbox'
import { paperOf } from './invoice-papers'
import * as data from './invoices.data'
import { creditNotesOf, invoicesOf, type Draft, type Sale } from './invoices.rules'
import type { orders } from './payments.schema'

/** Money that bought nothing: there never was an invoice to take back. */
const NEVER_SOLD = ['time_taken', 'paid_twice', 'paid_otherwise']

export const invoiceTopics: Topics = {
  /** What a paid session is billed with. */
  invoice: async (env, { order_id }: { order_id: string }) => {
    await issueInvoices(unmetered(env), order_id, now())
  },

  /** What money that goes back takes back of the bills; they come first, whatever the queue did. */
  credit_note: async (env, { refund_id }: { refund_id: string }) => {
    const db = unmetered(env)
    const [refund] = await read(db, data.refundOfOrder(db, refund_id))
    if (!refund?.of_session || NEVER_SOLD.includes(refund.reason)) return
    const at = now()
    await issueInvoices(db, refund.order_id, at)
    const { sale, written } = await factsOf(db, refund.order_id)
    if (!sale) return
    const corrects = written
      .filter(({ document }) => document === 'invoice')
      .map(({ id, subject }) => ({ id, subject }))
    const { id, amount_minor, kept_minor } = refund
    await issueAll(db, creditNotesOf(sale, { refund_id: id, amount_minor, kept_minor, corrects }, at), at)
  },

  invoice_paper: async (env, { invoice_id }: { invoice_id: string }) => {
    const [row] = await read(unmetered(env), data.invoiceWith(unmetered(env), invoice_id))
    if (row) await paperOf(env, row)
  },
}

async function issueInvoices(db: Database, order_id: string, at: Date): Promise<void> {
  const { sale, written } = await factsOf(db, order_id)
  if (sale && written.length === 0) await issueAll(db, invoicesOf(sale, at), at)
}

/** Their papers are drawn a little later, when nobody waits for anything more urgent; or before, where somebody asks. */
const DRAWN_AFTER_MS = 60_000

async function issueAll(db: Database, drafts: Draft[], at: Date): Promise<void> {
  if (drafts.length === 0) return
  const due_at = new Date(at.getTime() + DRAWN_AFTER_MS)
  const statements = drafts.flatMap((draft) => {
    const invoice_id = newId(at)
    const task = { id: `invoice_paper:${invoice_id}`, topic: 'invoice_paper', payload: { invoice_id }, due_at }
    return [data.issue(db, draft, invoice_id), post(db, task, at, data.isIssued(invoice_id))]
  })
  await write(db, statements)
}

async function factsOf(db: Database, order_id: string) {
  const facts = await readAll(db, {
    order: data.orderWith(db, order_id),
    booking: data.bookingWithOrder(db, order_id),
    legal: data.legalNameOf(db, order_id),
    written: data.invoicesOfOrder(db, order_id),
  })
  const [[order], [booking], [legal]] = [facts.order, facts.booking, facts.legal]
  return { sale: order && booking && saleOf(order, booking, legal), written: facts.written }
}

type Legal = { name: string; country: string } | undefined

function saleOf(order: typeof orders.$inferSelect, booking: BookingRow, legal: Legal): Sale {
  const { id: order_id, booking_id, ...money } = order
  return {
    ...money,
    order_id,
    booking_id,
    offer_title: booking.offer_title,
    minutes: booking.minutes,
    start_time: booking.start_time,
    time_zone: booking.time_zone,
    mentor_account_id: booking.mentor_account_id,
    student_account_id: booking.student_account_id,
    mentor: {
      name: legal?.name ?? booking.mentor_name,
      display_id: booking.mentor_id,
      country: legal?.country ?? null,
    },
    student: { name: booking.student_name, display_id: booking.student_id, country: null },
  }
}
