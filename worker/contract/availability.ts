import * as z from 'zod'
import { stepOf } from './currencies'
import { AmountMinor, Currency, Id, Instant, line, MentorId, text, TimeZone } from './common'
import {
  MINUTES,
  MOST_QUESTIONS,
  MOST_SLOT_DAYS,
  NEW_STUDENTS,
  OFFER_KINDS,
  REFUND_POLICIES,
  SEATS,
} from './availability.constants'

const terms = {
  buffer_before_minutes: z.int().min(0).max(180),
  buffer_after_minutes: z.int().min(0).max(180),
  minimum_notice_minutes: z
    .int()
    .min(0)
    .max(60 * 24 * 30),
  horizon_days: z.int().min(1).max(180),
  most_per_day: z.int().min(1).max(48).nullable(),
}
const notice = z
  .int()
  .min(0)
  .max(60 * 24 * 30)
const seats = z.int().min(SEATS.least).max(SEATS.most)
const SeatPrice = z.strictObject({
  taken: z.int().min(1).max(SEATS.most).meta({ description: 'From so many taken seats on' }),
  amount_minor: AmountMinor,
})
const question = { text: line(1, 200), required: z.boolean() }

/** What belongs to one kind of offer alone. */
const NewTerms = {
  kind: z.enum(OFFER_KINDS).default('one_to_one'),
  seats: seats.nullable().default(null).meta({ description: 'Of a group: how many may come' }),
  seat_prices: z
    .array(SeatPrice)
    .max(5)
    .default([])
    .meta({ description: 'Of a group: what a seat costs later on; `amount_minor` is the price of the first' }),
  most_per_student: z.int().min(1).max(5).nullable().default(null).meta({ description: 'Of a free intro' }),
  most_per_week: z.int().min(1).max(50).nullable().default(null),
  needs_confirmation: z.boolean().default(false),
  adults_only: z.boolean().default(false),
  refund_policy: z.enum(REFUND_POLICIES).default('flexible'),
  reschedule_notice_minutes: notice.default(0),
  cancel_notice_minutes: notice.default(0),
  questions: z
    .array(z.strictObject({ id: Id.optional().meta({ description: 'Of a question there is already' }), ...question }))
    .max(MOST_QUESTIONS)
    .default([]),
}
export const NewOffer = z
  .strictObject({
    title: line(1, 80),
    description: text(0, 500).nullable().default(null),
    minutes: z.int().min(MINUTES.least).max(MINUTES.most),
    amount_minor: AmountMinor,
    currency: Currency,
    buffer_before_minutes: terms.buffer_before_minutes.default(0),
    buffer_after_minutes: terms.buffer_after_minutes.default(0),
    minimum_notice_minutes: terms.minimum_notice_minutes.default(60),
    horizon_days: terms.horizon_days.default(60),
    most_per_day: terms.most_per_day.default(null),
    ...NewTerms,
  })
  .superRefine(judgeKind)
  .meta({ id: 'NewOffer' })
/** A group has seats, an intro costs nothing, and each later price stands further on. */
function judgeKind(
  offer: {
    kind: string
    seats: number | null
    seat_prices: { taken: number; amount_minor: number }[]
    amount_minor: number
    currency: string
    most_per_student: number | null
  },
  context: z.RefinementCtx,
): void {
  const blame = (field: string, message: string) => context.addIssue({ code: 'custom', message, path: [field] })
  const isGroup = offer.kind === 'group'
  if (isGroup !== (offer.seats !== null)) blame('seats', isGroup ? 'A group needs seats' : 'Only a group has seats')
  if (!isGroup && offer.seat_prices.length > 0) blame('seat_prices', 'Only a group has prices by seat')
  const steps = offer.seat_prices.map(({ taken }) => taken)
  if (steps.some((taken, i) => taken <= (steps[i - 1] ?? 0) || taken >= (offer.seats ?? 0)))
    blame('seat_prices', 'Each price begins after more taken seats than the one before, and below the number of seats')
  const isCountable = (amount_minor: number) => amount_minor % stepOf(offer.currency) === 0
  if (!isCountable(offer.amount_minor)) blame('amount_minor', 'The last of three digits has to be zero')
  if (!offer.seat_prices.every((price) => isCountable(price.amount_minor)))
    blame('seat_prices', 'The last of three digits has to be zero')
  if (offer.kind === 'intro' && offer.amount_minor > 0) blame('amount_minor', 'An intro is free')
  if (offer.kind !== 'intro' && offer.most_per_student !== null)
    blame('most_per_student', 'Only an intro is limited for each student')
}

export const Offer = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string().nullable(),
    minutes: z.int(),
    amount_minor: z.int(),
    currency: z.string(),
    ...terms,
    kind: z.enum(OFFER_KINDS),
    seats: z.int().nullable(),
    seat_prices: z.array(z.object({ taken: z.int(), amount_minor: z.int() })),
    most_per_student: z.int().nullable(),
    most_per_week: z.int().nullable(),
    needs_confirmation: z.boolean(),
    adults_only: z.boolean(),
    refund_policy: z.enum(REFUND_POLICIES),
    reschedule_notice_minutes: z.int(),
    cancel_notice_minutes: z.int(),
    questions: z.array(z.object({ id: Id, ...question, text: z.string() })),
  })
  .meta({ id: 'Offer' })
export type Offer = z.infer<typeof Offer>
export const Offers = z.object({ items: z.array(Offer), next_cursor: z.null() }).meta({ id: 'Offers' })
export const OfferPath = z.strictObject({ id: Id })

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 09:00')
const closingTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time such as 17:00, at most 24:00')
export const WeeklyRule = z
  .strictObject({
    weekday: z.int().min(1).max(7).meta({ description: 'Monday is 1' }),
    start: clockTime,
    end: closingTime,
  })
  .refine((rule) => rule.start < rule.end, { error: 'The end must be after the start', path: ['end'] })
export const Availability = z
  .strictObject({ time_zone: TimeZone, weekly: z.array(WeeklyRule).max(70) })
  .meta({ id: 'Availability' })

/** How many students a mentor takes, and which. */
export const Intake = z
  .strictObject({
    new_students: z.enum(NEW_STUDENTS),
    most_sessions_per_week: z.int().min(1).max(100).nullable(),
  })
  .meta({ id: 'Intake' })

export const Slot = z
  .object({
    start_time: Instant,
    end_time: Instant,
    seats_left: z.int().optional().meta({ description: 'Of a group' }),
    amount_minor: z.int().optional().meta({ description: 'Of a group: what the next seat costs' }),
  })
  .meta({ id: 'Slot' })
type Span = { from: string; to: string }
const isForward = (span: Span) => Date.parse(span.from) < Date.parse(span.to)
const isShort = (span: Span) => Date.parse(span.to) - Date.parse(span.from) <= MOST_SLOT_DAYS * 86_400_000
const AFTER = { error: 'Must be after from', path: ['to'] }
const SHORT = { error: `At most ${MOST_SLOT_DAYS} days after from`, path: ['to'] }
export const SlotSpan = z.strictObject({ from: Instant, to: Instant }).refine(isForward, AFTER).refine(isShort, SHORT)
export const SlotQuery = z
  .strictObject({ offer_id: Id, from: Instant, to: Instant })
  .refine(isForward, AFTER)
  .refine(isShort, SHORT)
export const Slots = z.object({ items: z.array(Slot), time_zone: z.string() }).meta({ id: 'Slots' })
export const SlotPath = z.strictObject({ mentor_id: MentorId })
