import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OfferKind, Question, RefundPolicy, SeatPrice } from '../contract/availability.constants'
import { instant } from '../lib/columns'
import { mentors } from '../mentors/mentors.schema'

export const offers = sqliteTable(
  'offers',
  {
    id: text('id').primaryKey(),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    title: text('title').notNull(),
    description: text('description'),
    minutes: integer('minutes').notNull(),
    amount_minor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    buffer_before_minutes: integer('buffer_before_minutes').notNull(),
    buffer_after_minutes: integer('buffer_after_minutes').notNull(),
    minimum_notice_minutes: integer('minimum_notice_minutes').notNull(),
    horizon_days: integer('horizon_days').notNull(),
    most_per_day: integer('most_per_day'),
    created_at: instant('created_at').notNull(),
    kind: text('kind').$type<OfferKind>().notNull().default('one_to_one'),
    /** Of a group offer: how many may come, and the price of the next seat from so many taken on. */
    seats: integer('seats'),
    seat_prices: text('seat_prices', { mode: 'json' }).$type<SeatPrice[]>().notNull().default([]),
    /** Of a free intro: how many one student may have, and how many there are in a week of the mentor's zone. */
    most_per_student: integer('most_per_student'),
    most_per_week: integer('most_per_week'),
    needs_confirmation: integer('needs_confirmation', { mode: 'boolean' }).notNull().default(false),
    adults_only: integer('adults_only', { mode: 'boolean' }).notNull().default(false),
    refund_policy: text('refund_policy').$type<RefundPolicy>().notNull().default('flexible'),
    reschedule_notice_minutes: integer('reschedule_notice_minutes').notNull().default(0),
    cancel_notice_minutes: integer('cancel_notice_minutes').notNull().default(0),
    questions: text('questions', { mode: 'json' }).$type<Question[]>().notNull().default([]),
    /** A removed offer stays for the bookings that were made with it. */
    archived_at: instant('archived_at'),
  },
  (t) => [
    index('offers_of_mentor').on(t.mentor_account_id, t.amount_minor),
    index('offers_by_price').on(t.currency, t.amount_minor),
  ],
)

export const weekly_rules = sqliteTable(
  'weekly_rules',
  {
    id: text('id').primaryKey(),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    /** Monday is 1, in the mentor's availability zone. */
    weekday: integer('weekday').notNull(),
    start: text('start').notNull(),
    end: text('end').notNull(),
  },
  (t) => [index('weekly_rules_of_mentor').on(t.mentor_account_id)],
)
