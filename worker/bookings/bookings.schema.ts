import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { offers } from '../availability/availability.schema'
import type { BookingState, RefundTerm } from '../contract/bookings.constants'
import { instant } from '../lib/columns'

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
    cancelled_by: text('cancelled_by'),
    cancel_reason: text('cancel_reason'),
    created_at: instant('created_at').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    index('bookings_of_mentor').on(t.mentor_account_id, t.busy_until),
    index('bookings_of_student').on(t.student_account_id, t.end_time),
    index('bookings_of_offer').on(t.offer_id, t.start_time),
    index('bookings_by_state').on(t.state, t.end_time),
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
    at: instant('at').notNull(),
  },
  (t) => [index('history_of_booking').on(t.booking_id, t.at)],
)
