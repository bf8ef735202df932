import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { offers } from '../availability/availability.schema'
import type { OfferKind, Question, RefundTerm } from '../contract/availability.constants'
import type { BookingState } from '../contract/bookings.constants'
import { instant } from '../lib/columns'

export interface HistoryDetail {
  from?: string
  to?: string
  reason?: string
}

/** The hold is the booking row; there is no second reservation table (B2). */
export const bookings = sqliteTable(
  'bookings',
  {
    id: text('id').primaryKey(),
    state: text('state').$type<BookingState>().notNull(),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    student_account_id: text('student_account_id')
      .notNull()
      .references(() => accounts.id),
    offer_id: text('offer_id')
      .notNull()
      .references(() => offers.id),
    start_time: instant('start_time').notNull(),
    end_time: instant('end_time').notNull(),
    /** The mentor's time with the offer's buffers; the student's is without. */
    busy_from: instant('busy_from').notNull(),
    busy_until: instant('busy_until').notNull(),
    /** The agreed zone and wall time with the data they were computed with (B8). */
    time_zone: text('time_zone').notNull(),
    wall_time: text('wall_time').notNull(),
    zone_data_version: text('zone_data_version').notNull(),
    offer_title: text('offer_title').notNull(),
    minutes: integer('minutes').notNull(),
    amount_minor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** Copied at purchase; only this one counts later (B10). */
    refund_terms: text('refund_terms', { mode: 'json' }).$type<RefundTerm[]>().notNull(),
    answers: text('answers', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    hold_expires_at: instant('hold_expires_at'),
    hold_extended_at: instant('hold_extended_at'),
    kind: text('kind').$type<OfferKind>().notNull().default('one_to_one'),
    /** Where people meet: the same for all seats of one group, its own id for any other session. */
    room_id: text('room_id').notNull().default(''),
    needs_confirmation: integer('needs_confirmation', { mode: 'boolean' }).notNull().default(false),
    /** Until when a pending booking is answered; silence then expires it (B5). */
    answer_by: instant('answer_by'),
    /** Up to three times that a student proposed at once; one of them is accepted at most. */
    proposal_id: text('proposal_id'),
    minimum_notice_minutes: integer('minimum_notice_minutes').notNull().default(0),
    reschedule_notice_minutes: integer('reschedule_notice_minutes').notNull().default(0),
    cancel_notice_minutes: integer('cancel_notice_minutes').notNull().default(0),
    questions: text('questions', { mode: 'json' }).$type<Question[]>().notNull().default([]),
    /** Rises with every change that a calendar should see (B11). */
    sequence: integer('sequence').notNull().default(0),
    /** When the session was judged to have taken place or not (H1). */
    judged_at: instant('judged_at'),
    cancelled_by: text('cancelled_by'),
    cancel_reason: text('cancel_reason'),
    created_at: instant('created_at').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    index('bookings_of_mentor').on(t.mentor_account_id, t.busy_until),
    index('bookings_of_student').on(t.student_account_id, t.end_time),
    index('bookings_of_pair').on(t.mentor_account_id, t.student_account_id, t.start_time),
    index('bookings_of_offer').on(t.offer_id, t.start_time),
    index('bookings_by_state').on(t.state, t.end_time),
    index('bookings_by_start').on(t.state, t.start_time),
    index('bookings_of_room').on(t.room_id),
    index('bookings_of_proposal').on(t.proposal_id),
    index('bookings_to_answer').on(t.state, t.answer_by),
    index('bookings_judged').on(t.judged_at),
  ],
)

export const booking_history = sqliteTable(
  'booking_history',
  {
    id: text('id').primaryKey(),
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    state: text('state').$type<BookingState>().notNull(),
    /** Null where the product itself acted. */
    actor_id: text('actor_id'),
    /** What the state alone does not say: the times before and after a move, a reason. */
    detail: text('detail', { mode: 'json' }).$type<HistoryDetail>(),
    at: instant('at').notNull(),
  },
  (t) => [index('history_of_booking').on(t.booking_id, t.at)],
)
