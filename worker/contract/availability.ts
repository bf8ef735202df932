import * as z from 'zod'
import { AmountMinor, Currency, Id, Instant, line, MentorId, text, TimeZone } from './common'
import { MINUTES, MOST_SLOT_DAYS } from './availability.constants'

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
  })
  .meta({ id: 'NewOffer' })
export const Offer = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string().nullable(),
    minutes: z.int(),
    amount_minor: z.int(),
    currency: z.string(),
    ...terms,
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

export const Slot = z.object({ start_time: Instant, end_time: Instant }).meta({ id: 'Slot' })
export const SlotQuery = z
  .strictObject({ offer_id: Id, from: Instant, to: Instant })
  .refine((span) => Date.parse(span.from) < Date.parse(span.to), { error: 'Must be after from', path: ['to'] })
  .refine((span) => Date.parse(span.to) - Date.parse(span.from) <= MOST_SLOT_DAYS * 86_400_000, {
    error: `At most ${MOST_SLOT_DAYS} days after from`,
    path: ['to'],
  })
export const Slots = z.object({ items: z.array(Slot), time_zone: z.string() }).meta({ id: 'Slots' })
export const SlotPath = z.strictObject({ mentor_id: MentorId })
