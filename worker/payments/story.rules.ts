import type { MoneyEvent, MoneyStory } from '../contract/receipts'
import type { InvoicePart, MoneyRow, PaymentPart, PostingPart, RefundPart } from './receipts.data'
import { invoiceLink, refundView } from './receipts.rules'

type Reader = 'student' | 'mentor'

/** What happened to the money of a booking, in order, in the words that this reader may hear. */
export function storyOf(row: MoneyRow, reader: Reader): MoneyStory {
  const events = row.amount_minor === 0 ? [free(row)] : eventsOf(row, reader)
  const paid = row.payments.find(({ reference }) => reference === row.paid_by)
  return {
    booking_id: row.booking_id,
    amount_minor: row.amount_minor,
    currency: row.currency,
    paid_minor: paid?.amount_minor ?? 0,
    refunded_minor: row.refunds.filter(({ of_session }) => of_session).reduce((sum, one) => sum + one.amount_minor, 0),
    // Of what happened in one moment, the order of writing is the order of cause.
    events: events.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
  }
}

const free = ({ created_at }: MoneyRow): MoneyEvent => ({ kind: 'free', at: created_at.toISOString() })

const eventsOf = (row: MoneyRow, reader: Reader): MoneyEvent[] => [
  opened(row),
  ...row.payments
    .filter(({ reference }) => reader === 'student' || reference === row.paid_by)
    .flatMap((one) => paymentEvent(row, one, reader)),
  ...(reader === 'mentor' ? postingEvents(row) : []),
  ...row.refunds
    .filter(({ of_session }) => reader === 'student' || of_session)
    .flatMap((one) => refundEvents(one, reader)),
  ...row.invoices.map(invoiceEvent),
]

const opened = ({ created_at, amount_minor, currency }: MoneyRow): MoneyEvent => ({
  kind: 'order_opened',
  at: created_at.toISOString(),
  amount_minor,
  currency,
})

/** How a student pays is theirs alone. */
const instrument = ({ method, reference }: { method: string | null; reference: string | null }, reader: Reader) =>
  reader === 'student' ? { method, reference } : { method: null, reference: null }

function paymentEvent(row: MoneyRow, payment: PaymentPart, reader: Reader): MoneyEvent[] {
  const { amount_minor, currency, method, failure, state } = payment
  const told = { at: new Date(payment.at).toISOString(), amount_minor, currency }
  if (state === 'failed') return [{ kind: 'payment_failed', ...told, method, reason: failure }]
  const how = instrument(payment, reader)
  if (state === 'authorized') return [{ kind: 'payment_authorized', ...told, ...how }]
  if (state !== 'captured') return []
  if (payment.reference === row.paid_by) return [{ kind: 'paid', ...told, ...how }]
  const agrees = amount_minor === row.amount_minor && currency === row.currency
  return [{ kind: agrees ? 'paid_twice' : 'paid_otherwise', ...told, ...how }]
}

/** How the ledger divided the money, and when it let the mentor have it. */
function postingEvents({ postings, mentor_account_id }: MoneyRow): MoneyEvent[] {
  const causes = Map.groupBy(postings, ({ cause }) => cause)
  return [...causes].flatMap(([cause, lines]): MoneyEvent[] => {
    const { at, currency } = lines[0]!
    const told = { at: new Date(at).toISOString(), currency }
    const held = sumOf(lines, `mentor:${mentor_account_id}:held`)
    if (cause.startsWith('capture:') && held < 0)
      return [{ kind: 'split', ...told, held_minor: -held, commission_minor: -sumOf(lines, 'commission') }]
    if (cause.startsWith('release:')) return [{ kind: 'released', ...told, amount_minor: held }]
    return []
  })
}

const sumOf = (lines: PostingPart[], account: string): number =>
  lines.filter((line) => line.account === account).reduce((sum, line) => sum + line.amount_minor, 0)

function refundEvents(refund: RefundPart, reader: Reader): MoneyEvent[] {
  const { amount_minor, currency, reason, state, method, reference, requested_at, sent_at, ...expected } =
    refundView(refund)
  const money = { amount_minor, currency }
  const requested: MoneyEvent = { kind: 'refund_requested', at: requested_at, ...money, reason }
  if (sent_at !== null) {
    const how = instrument({ method, reference }, reader)
    const days = { expected_from: expected.expected_from, expected_by: expected.expected_by }
    return [requested, { kind: 'refund_sent', at: sent_at, ...money, ...how, ...days }]
  }
  return state === 'failed' ? [requested, { kind: 'refund_stuck', at: requested_at, ...money }] : [requested]
}

const invoiceEvent = (invoice: InvoicePart): MoneyEvent => ({
  kind: 'invoiced',
  at: new Date(invoice.issued_at).toISOString(),
  amount_minor: invoice.total_minor,
  currency: invoice.currency,
  subject: invoice.subject,
  ...invoiceLink(invoice),
})
