import { m, regionalLocale } from '../lib/messages'
import { money } from '../lib/money'
import type { MoneyEvent } from './payments.queries'

const METHODS: Record<string, () => string> = {
  upi: m.payments_method_upi,
  card: m.payments_method_card,
  netbanking: m.payments_method_netbanking,
  wallet: m.payments_method_wallet,
  emi: m.payments_method_emi,
}
/** How it was paid, in words; undefined where the provider calls it something that we have no word for. */
export const methodWords = (method: string | null): string | undefined => METHODS[method ?? '']?.()

const REASONS: Record<string, () => string> = {
  cancelled_by_student: m.story_reason_cancelled_by_student,
  cancelled_by_mentor: m.story_reason_cancelled_by_mentor,
  time_taken: m.story_reason_time_taken,
  paid_twice: m.story_reason_paid_twice,
  paid_otherwise: m.story_reason_paid_otherwise,
  mentor_absent: m.story_reason_mentor_absent,
  nobody_came: m.story_reason_nobody_came,
  not_answered: m.story_reason_not_answered,
}

/** "Fri 4 Dec", of a day that has no hour and no zone. */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(regionalLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(day))

export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

type Of<K extends MoneyEvent['kind']> = Extract<MoneyEvent, { kind: K }>
type Words = { [K in MoneyEvent['kind']]: (event: Of<K>) => string }
const amountOf = ({ amount_minor, currency }: { amount_minor: number; currency: string }) =>
  money(amount_minor, currency)

const WORDS: Words = {
  free: m.story_free,
  order_opened: (event) => m.story_order_opened({ amount: amountOf(event) }),
  payment_failed: (event) =>
    event.reason
      ? m.story_payment_failed_reason({ amount: amountOf(event), reason: sentence(event.reason) })
      : m.story_payment_failed({ amount: amountOf(event) }),
  payment_authorized: (event) => m.story_payment_authorized({ amount: amountOf(event) }),
  paid: (event) => {
    const method = methodWords(event.method)
    return method ? m.story_paid_how({ amount: amountOf(event), method }) : m.story_paid({ amount: amountOf(event) })
  },
  paid_twice: (event) => m.story_paid_twice({ amount: amountOf(event) }),
  paid_otherwise: (event) => m.story_paid_otherwise({ amount: amountOf(event) }),
  split: ({ held_minor, commission_minor, currency }) =>
    commission_minor === 0
      ? m.story_split_whole({ held: money(held_minor, currency) })
      : m.story_split({ held: money(held_minor, currency), commission: money(commission_minor, currency) }),
  released: (event) => m.story_released({ amount: amountOf(event) }),
  refund_requested: (event) => {
    const reason = REASONS[event.reason]?.()
    return reason
      ? m.story_refund_requested_reason({ amount: amountOf(event), reason })
      : m.story_refund_requested({ amount: amountOf(event) })
  },
  refund_sent: refundSent,
  refund_stuck: (event) => m.story_refund_stuck({ amount: amountOf(event) }),
  invoiced: invoiced,
}

/** The mentor, who is not told the reference, waits for nothing either. */
function refundSent(event: Of<'refund_sent'>): string {
  const amount = amountOf(event)
  if (event.reference === null) return m.story_refund_sent_mentor({ amount })
  const days = { from: dayWords(event.expected_from), by: dayWords(event.expected_by) }
  const method = methodWords(event.method)
  return method ? m.story_refund_sent_how({ amount, method, ...days }) : m.story_refund_sent({ amount, ...days })
}

function invoiced(event: Of<'invoiced'>): string {
  const words =
    event.subject === 'session'
      ? { invoice: m.story_invoice, credit_note: m.story_credit_note }
      : { invoice: m.story_commission_invoice, credit_note: m.story_commission_credit_note }
  return words[event.document]({ number: event.number, amount: amountOf(event) })
}

/** What happened, in one sentence. */
export const eventWords = (event: MoneyEvent): string => (WORDS[event.kind] as (event: MoneyEvent) => string)(event)

export const referenceOf = (event: MoneyEvent): string | null => ('reference' in event ? event.reference : null)
