import * as z from 'zod'
import { Id, Instant, MentorId, PageQuery, pageOf, StudentId, text, TimeZone } from './common'
import { BOOKING_STATES } from './bookings.constants'
import { Order } from './payments'

export const NewBooking = z
  .strictObject({
    mentor_id: MentorId,
    offer_id: Id,
    start_time: Instant,
    time_zone: TimeZone,
    answers: z
      .record(z.string().max(100), text(0, 2000))
      .optional()
      .meta({ description: 'What the student wants from it' }),
  })
  .meta({ id: 'NewBooking' })

const Party = z.object({ name: z.string(), picture_url: z.string().nullable(), time_zone: z.string() })
export const Booking = z
  .object({
    id: Id,
    state: z.enum(BOOKING_STATES),
    mentor_id: MentorId,
    student_id: StudentId,
    offer_id: Id,
    offer_title: z.string(),
    minutes: z.int(),
    start_time: Instant,
    end_time: Instant,
    time_zone: z.string(),
    hold_expires_at: Instant.nullable(),
    amount_minor: z.int(),
    currency: z.string(),
    answers: z.record(z.string(), z.string()),
    created_at: Instant,
    mentor: Party,
    student: Party,
    refund_policy: z
      .array(z.object({ until: Instant, amount_minor: z.int() }))
      .meta({ description: 'What comes back to the student when it is cancelled before `until`, in order' }),
    order: Order.nullable(),
  })
  .meta({ id: 'Booking' })
export const BookingPage = pageOf(Booking).meta({ id: 'BookingPage' })
export const BookingQuery = PageQuery.extend({ when: z.enum(['upcoming', 'past']).default('upcoming') })
export const BookingPath = z.strictObject({ id: Id })

export const Held = z.object({ booking: Booking, order: Order }).meta({ id: 'Held' })
export const Cancellation = z.strictObject({ reason: text(0, 500).optional() }).meta({ id: 'Cancellation' })
