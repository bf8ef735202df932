import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { mentors } from '../mentors/mentors.schema'
import { instant } from '../lib/columns'

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
