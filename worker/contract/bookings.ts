import * as z from 'zod'
import { Id, Instant, MentorId, PageQuery, pageOf, StudentId, text, TimeZone } from './common'
import { SlotSpan } from './availability'
import { NEW_STUDENTS, OFFER_KINDS } from './availability.constants'
import { BOOKING_STATES, MOVE_STATES } from './bookings.constants'
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
    kind: z.enum(OFFER_KINDS),
    room_id: Id.meta({ description: 'The same for all seats of one group' }),
    needs_confirmation: z.boolean(),
    answer_by: Instant.nullable().meta({ description: 'Of a pending one: when silence ends it' }),
    proposal_id: Id.nullable(),
    sequence: z.int(),
    questions: z.array(z.object({ id: Id, text: z.string(), required: z.boolean() })),
    cancel_until: Instant.nullable().meta({ description: 'Until when the student may cancel; null where not at all' }),
    refund_policy: z
      .array(z.object({ until: Instant, amount_minor: z.int() }))
      .meta({ description: 'What comes back to the student when it is cancelled before `until`, in order' }),
    order: Order.nullable(),
  })
  .meta({ id: 'Booking' })
/** One step of a booking's life, by whom; null where the product itself acted. */
const Step = z.object({
  state: z.enum(BOOKING_STATES),
  actor: z.enum(['student', 'mentor', 'product', 'staff']),
  at: Instant,
  detail: z
    .object({ from: Instant, to: Instant, reason: z.string() })
    .partial()
    .nullable()
    .meta({ description: 'Of a move: the times before and after it' }),
})
const Move = z
  .object({
    id: Id,
    by: z.enum(['student', 'mentor']),
    state: z.enum(MOVE_STATES),
    start_time: Instant,
    end_time: Instant,
    reason: z.string().nullable(),
    answer_by: Instant,
  })
  .meta({ id: 'Move' })

/** All that the page of one session shows. */
export const BookingDetail = Booking.extend({
  history: z.array(Step),
  move: Move.nullable().meta({ description: 'A new time that waits for the other side' }),
  moves_freely_until: Instant.nullable().meta({
    description: 'Until when I may move it without asking; null where the other side is always asked',
  }),
  proposed: z
    .array(z.object({ id: Id, start_time: Instant, end_time: Instant, state: z.enum(BOOKING_STATES) }))
    .meta({ description: 'The other times of the same proposal' }),
  seats_taken: z.int().nullable().meta({ description: 'Of a group' }),
  cancel_reason: z.string().nullable().meta({ description: 'In the words of who cancelled or declined it' }),
  private_note: z.string(),
  conversation_id: Id.nullable(),
}).meta({ id: 'BookingDetail' })

/** The free times that a session could have instead of its own; none of them is later than `until`. */
export const TimesQuery = SlotSpan
export const MoveTimes = z
  .object({
    items: z.array(z.object({ start_time: Instant, end_time: Instant })),
    time_zone: z.string(),
    until: Instant,
  })
  .meta({ id: 'MoveTimes' })

export const Reschedule = z
  .strictObject({ start_time: Instant, reason: text(0, 500).optional() })
  .meta({ id: 'Reschedule' })
export const Rescheduled = z.object({ booking: Booking, move: Move.nullable() }).meta({ id: 'Rescheduled' })
export const MovePath = z.strictObject({ id: Id, move_id: Id })
export const MoveAnswer = z
  .strictObject({ answer: z.enum(['accept', 'decline', 'withdraw']) })
  .meta({ id: 'MoveAnswer' })
export const PrivateNote = z.strictObject({ text: text(0, 4000) }).meta({ id: 'PrivateNote' })

export const NewProposal = z
  .strictObject({
    offer_id: Id,
    start_times: z.array(Instant).min(1).max(3),
    time_zone: TimeZone,
    answers: z.record(z.string().max(100), text(0, 2000)).optional(),
  })
  .meta({ id: 'NewProposal' })
export const Proposed = z.object({ items: z.array(Booking) }).meta({ id: 'Proposed' })
export const ProposalPath = z.strictObject({ mentor_id: MentorId })
/** What stands between me and this mentor's calendar. */
export const Standing = z
  .object({
    new_students: z.enum(NEW_STUDENTS),
    is_known: z.boolean().meta({ description: 'We had a session, or have one ahead' }),
    is_waiting: z.boolean().meta({ description: 'I am told when a time opens' }),
    has_proposed: z.boolean().meta({ description: 'A proposal of mine waits for an answer' }),
  })
  .meta({ id: 'Standing' })

export const BookingPage = pageOf(Booking).meta({ id: 'BookingPage' })
export const BookingQuery = PageQuery.extend({ when: z.enum(['upcoming', 'past', 'to_answer']).default('upcoming') })
export const BookingPath = z.strictObject({ id: Id })

export const Held = z.object({ booking: Booking, order: Order }).meta({ id: 'Held' })
export const Cancellation = z.strictObject({ reason: text(0, 500).optional() }).meta({ id: 'Cancellation' })
