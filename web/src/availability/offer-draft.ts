import {
  MINUTES,
  REFUND_TERMS,
  SEATS,
  type OfferKind,
  type RefundPolicy,
} from '../../../worker/contract/availability.constants'
import { policyBefore, type PolicyRow } from '../bookings/policy'
import { m } from '../lib/messages'
import { minorOf, typedAmount } from '../lib/money'
import { Problem } from '../lib/problem'
import type { NewOffer, Offer } from './availability.queries'

/** From which seat on the price is another; the first seat has the offer's own. */
export type SeatStep = { seat: string; amount: string }
export type QuestionDraft = { id?: string | undefined; text: string; required: boolean }

/** An offer as it is being typed. Amounts and counts are words until it is sent, so that nothing typed is lost. */
export type OfferDraft = {
  kind: OfferKind
  title: string
  description: string
  minutes: string
  amount: string
  currency: string
  seats: string
  seat_prices: SeatStep[]
  minimum_notice_minutes: number
  horizon_days: string
  buffer_before_minutes: number
  buffer_after_minutes: number
  most_per_day: string
  most_per_week: string
  most_per_student: string
  needs_confirmation: boolean
  adults_only: boolean
  refund_policy: RefundPolicy
  reschedule_notice_minutes: number
  cancel_notice_minutes: number
  questions: QuestionDraft[]
}

const NEW: OfferDraft = {
  kind: 'one_to_one',
  title: '',
  description: '',
  minutes: '45',
  amount: '',
  currency: '',
  seats: '6',
  seat_prices: [],
  minimum_notice_minutes: 60,
  horizon_days: '60',
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
  most_per_day: '',
  most_per_week: '',
  most_per_student: '1',
  needs_confirmation: false,
  adults_only: false,
  refund_policy: 'flexible',
  reschedule_notice_minutes: 0,
  cancel_notice_minutes: 0,
  questions: [],
}
const typed = (count: number | null): string => (count === null ? '' : String(count))

/** What is typed for an offer there is, or for a new one. */
export function draftOf(offer: Offer | undefined): OfferDraft {
  if (!offer) return { ...NEW, seat_prices: [], questions: [] }
  const { id: _, amount_minor: price, ...terms } = offer
  return {
    ...terms,
    description: offer.description ?? '',
    minutes: String(offer.minutes),
    amount: typedAmount(price, offer.currency),
    seats: typed(offer.seats) || NEW.seats,
    seat_prices: offer.seat_prices.map(({ taken, amount_minor }) => ({
      seat: String(taken + 1),
      amount: typedAmount(amount_minor, offer.currency),
    })),
    horizon_days: String(offer.horizon_days),
    most_per_day: typed(offer.most_per_day),
    most_per_week: typed(offer.most_per_week),
    most_per_student: typed(offer.most_per_student) || NEW.most_per_student,
    questions: offer.questions.map((question) => ({ ...question })),
  }
}

/** The price of the first seat in minor units; undefined while it is not an amount. An intro costs nothing. */
export const amountOf = (draft: OfferDraft, currency: string): number | undefined =>
  draft.kind === 'intro' ? 0 : minorOf(draft.amount, currency)

const countOr = (typedCount: string): number | null => (typedCount.trim() === '' ? null : Number(typedCount))
const refuse = (field: string, words: string): never => {
  throw new Problem('invalid_input', 422, { [field]: [words] })
}

function seatPricesOf(draft: OfferDraft, currency: string): NewOffer['seat_prices'] {
  let before = 1
  return draft.seat_prices.map(({ seat, amount }, i) => {
    const number = Number(seat)
    if (!Number.isInteger(number) || number <= before || number > Number(draft.seats))
      refuse(`seat_prices/${i}/taken`, m.offer_seat_fault({ from: before + 1, to: Number(draft.seats) }))
    before = number
    const amount_minor = minorOf(amount, currency) ?? refuse(`seat_prices/${i}/amount_minor`, m.offer_amount_fault())
    return { taken: number - 1, amount_minor }
  })
}

/** What is sent; what belongs to another kind of offer stays behind. Throws the field that cannot be read. */
export function offerFrom(draft: OfferDraft, currency: string): NewOffer {
  const { amount: _, ...terms } = draft
  const { kind } = terms
  const isGroup = kind === 'group'
  const minutes = Number(draft.minutes)
  if (!Number.isInteger(minutes) || minutes < MINUTES.least || minutes > MINUTES.most)
    refuse('minutes', m.offer_minutes_fault({ least: MINUTES.least, most: MINUTES.most }))
  const seats = Number(draft.seats)
  if (isGroup && (!Number.isInteger(seats) || seats < SEATS.least || seats > SEATS.most))
    refuse('seats', m.offer_seats_fault({ least: SEATS.least, most: SEATS.most }))
  const empty = draft.questions.findIndex(({ text }) => text.trim() === '')
  if (empty >= 0) refuse(`questions/${empty}/text`, m.offer_question_fault())
  return {
    ...terms,
    title: draft.title.trim(),
    description: draft.description.trim() || null,
    minutes,
    amount_minor: amountOf(draft, currency) ?? refuse('amount_minor', m.offer_amount_fault()),
    currency,
    seats: isGroup ? seats : null,
    seat_prices: isGroup ? seatPricesOf(draft, currency) : [],
    horizon_days: Number(draft.horizon_days),
    most_per_day: countOr(draft.most_per_day),
    most_per_week: countOr(draft.most_per_week),
    most_per_student: kind === 'intro' ? Number(draft.most_per_student) : null,
    questions: draft.questions.map(({ id, text, required }) => ({ ...(id && { id }), text: text.trim(), required })),
  }
}

/** The policy's table for what is typed now. */
export const policyRowsOf = (draft: OfferDraft, amount_minor: number, currency: string): PolicyRow[] =>
  policyBefore(REFUND_TERMS[draft.refund_policy], { amount_minor, currency }, draft.cancel_notice_minutes)

/** The question that stands `by` places further on; the list as it is where there is no such place. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = from + by
  if (to < 0 || to >= list.length) return [...list]
  const next = [...list]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
