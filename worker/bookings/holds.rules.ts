import {
  REFUND_TERMS,
  type OfferKind,
  type Question,
  type RefundPolicy,
  type SeatPrice,
} from '../contract/availability.constants'
import { HOLD_SECONDS } from '../contract/bookings.constants'
import { answerBy as endOfSilence } from '../contract/terms'
import { dateOfDay, dayOfDate, nextValidInstant, wallTimeOf, weekdayOfDay } from '../contract/zone'
import { zoneDataVersion, zones } from '../lib/zones'
import type { Hold } from './holds.data'

export interface HeldOffer {
  id: string
  mentor_account_id: string
  title: string
  kind: OfferKind
  minutes: number
  amount_minor: number
  currency: string
  buffer_before_minutes: number
  buffer_after_minutes: number
  minimum_notice_minutes: number
  most_per_day: number | null
  most_per_week: number | null
  most_per_student: number | null
  seats: number | null
  seat_prices: readonly SeatPrice[]
  needs_confirmation: boolean
  refund_policy: RefundPolicy
  reschedule_notice_minutes: number
  cancel_notice_minutes: number
  questions: Question[]
  zone: string
}

export interface Wish {
  id: string
  offer: HeldOffer
  student: string
  wish: { start_time: string; time_zone: string; answers?: Record<string, string> | undefined }
  /** Of a group: seats that others keep. */
  seats_taken?: number
  /** The mentor wants to see who comes, whatever the offer says. */
  by_request?: boolean
  /** How many sessions the mentor gives in a week. */
  most_sessions_per_week?: number | null
  /** The zone on whose clock the mentor lives at that time, where it is not the usual one. */
  clock?: string
  now: Date
}

/** One room for all seats of a group that begins at this instant. */
export const roomOf = ({ id, kind }: Pick<HeldOffer, 'id' | 'kind'>, booking_id: string, start: number): string =>
  kind === 'group' ? `${id}-${(start / 60_000).toString(36)}` : booking_id

/** The step of a group's price list that `taken` seats are on, and the numbers of taken seats for which it holds. */
export function seatPrice(
  { amount_minor, seats, seat_prices }: Pick<HeldOffer, 'amount_minor' | 'seats' | 'seat_prices'>,
  taken: number,
) {
  const steps = [{ taken: 0, amount_minor }, ...seat_prices]
  const at = steps.findLastIndex((step) => step.taken <= taken)
  const step = steps[at] ?? { taken: 0, amount_minor }
  return {
    amount_minor: step.amount_minor,
    from: step.taken,
    below: Math.min(steps[at + 1]?.taken ?? Infinity, seats ?? 1),
  }
}

/** When silence ends a request (B5). */
export const answerBy = (start: number, notice_minutes: number, now: Date): Date =>
  new Date(endOfSilence(start, notice_minutes, now.getTime()))

/** The booking that a wish becomes: held for ten minutes; at once confirmed, or a request, where it costs nothing. */
export function holdOf({
  id,
  offer,
  student,
  wish,
  seats_taken = 0,
  by_request = false,
  most_sessions_per_week = null,
  clock = offer.zone,
  now,
}: Wish): Hold {
  const start = Date.parse(wish.start_time)
  const end = start + offer.minutes * 60_000
  const wall = wallTimeOf(zones.zone(wish.time_zone), start)
  const price = seatPrice(offer, seats_taken)
  const free = price.amount_minor === 0
  const needs_confirmation = offer.needs_confirmation || by_request
  return {
    id,
    kind: offer.kind,
    room_id: roomOf(offer, id, start),
    mentor_account_id: offer.mentor_account_id,
    student_account_id: student,
    offer_id: offer.id,
    offer_title: offer.title,
    minutes: offer.minutes,
    amount_minor: price.amount_minor,
    currency: offer.currency,
    start_time: new Date(start),
    end_time: new Date(end),
    busy_from: new Date(start - offer.buffer_before_minutes * 60_000),
    busy_until: new Date(end + offer.buffer_after_minutes * 60_000),
    time_zone: wish.time_zone,
    wall_time: `${wall.date}T${wall.time}`,
    zone_data_version: zoneDataVersion,
    refund_terms: REFUND_TERMS[offer.refund_policy],
    minimum_notice_minutes: offer.minimum_notice_minutes,
    reschedule_notice_minutes: offer.reschedule_notice_minutes,
    cancel_notice_minutes: offer.cancel_notice_minutes,
    questions: offer.questions,
    answers: wish.answers ?? {},
    needs_confirmation,
    answer_by: free && needs_confirmation ? answerBy(start, offer.minimum_notice_minutes, now) : null,
    proposal_id: null,
    state: !free ? 'held' : needs_confirmation ? 'pending' : 'confirmed',
    hold_expires_at: free ? null : new Date(now.getTime() + HOLD_SECONDS * 1000),
    seats: offer.kind === 'group' ? price : null,
    offered_minor: offer.amount_minor,
    limits: {
      day: { ...localSpan(clock, start, 'day'), most: offer.most_per_day },
      week: {
        ...localSpan(clock, start, 'week'),
        most: offer.most_per_week,
        most_of_mentor: most_sessions_per_week,
      },
      most_per_student: offer.most_per_student,
    },
    now,
  }
}

/** The mentor's local day or week (from Monday) of an instant, as instants: "at most so many" counts in it. */
export function localSpan(name: string, at: number, span: 'day' | 'week'): { from: number; until: number } {
  const zone = zones.zone(name)
  const today = dayOfDate(wallTimeOf(zone, at).date)
  const first = span === 'day' ? today : today - weekdayOfDay(today) + 1
  const midnight = (day: number) => nextValidInstant(zone, dateOfDay(day), 0)
  return { from: midnight(first), until: midnight(first + (span === 'day' ? 1 : 7)) }
}

/** Required questions that nobody answered yet. */
export const openAnswers = (questions: readonly Question[], answers: Record<string, string> = {}): Question[] =>
  questions.filter(({ id, required }) => required && !answers[id]?.trim())

/** How a booking stands once its money is there: confirmed, or waiting for the mentor's word. */
export const paidFor = <B extends { needs_confirmation: boolean; start_time: Date; minimum_notice_minutes: number }>(
  booking: B,
  now: Date,
) => ({
  ...booking,
  state: booking.needs_confirmation ? ('pending' as const) : ('confirmed' as const),
  hold_expires_at: null,
  answer_by: booking.needs_confirmation
    ? answerBy(booking.start_time.getTime(), booking.minimum_notice_minutes, now)
    : null,
})
