import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import type { Badge } from '../contract/badges.constants'
import type { ReportState, ReviewSide } from '../contract/reviews.constants'
import { instant } from '../lib/columns'
import { mentors } from '../mentors/mentors.schema'

/** One side of a session about the other, once (H3). */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text('id').primaryKey(),
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    side: text('side').$type<ReviewSide>().notNull(),
    author_account_id: text('author_account_id')
      .notNull()
      .references(() => accounts.id),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    student_account_id: text('student_account_id')
      .notNull()
      .references(() => accounts.id),
    /** A mentor gives none. */
    stars: integer('stars'),
    text: text('text').notNull(),
    written_at: instant('written_at').notNull(),
    /** When it is published though the other side stays silent. */
    visible_from: instant('visible_from').notNull(),
    /** Null while it is hidden from the other side. */
    published_at: instant('published_at'),
    removed_at: instant('removed_at'),
    /** Null where it left with the verdict that the session had taken place. */
    removed_by: text('removed_by'),
    removal_reason: text('removal_reason'),
  },
  (t) => [
    uniqueIndex('reviews_of_booking').on(t.booking_id, t.side),
    index('reviews_of_mentor').on(t.mentor_account_id, t.side, t.published_at, t.id),
    index('reviews_waiting').on(t.published_at, t.visible_from),
    index('reviews_by_author').on(t.author_account_id),
    index('reviews_about_student').on(t.student_account_id),
  ],
)

/** A mentor's one public answer to a review. */
export const review_replies = sqliteTable(
  'review_replies',
  {
    review_id: text('review_id')
      .primaryKey()
      .references(() => reviews.id),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    text: text('text').notNull(),
    replied_at: instant('replied_at').notNull(),
    removed_at: instant('removed_at'),
    removed_by: text('removed_by'),
    removal_reason: text('removal_reason'),
  },
  (t) => [index('review_replies_of_mentor').on(t.mentor_account_id)],
)

/** Somebody says that a review breaks the rules; staff decide with a reason. */
export const review_reports = sqliteTable(
  'review_reports',
  {
    id: text('id').primaryKey(),
    review_id: text('review_id')
      .notNull()
      .references(() => reviews.id),
    reporter_account_id: text('reporter_account_id')
      .notNull()
      .references(() => accounts.id),
    reason: text('reason').notNull(),
    state: text('state').$type<ReportState>().notNull(),
    reported_at: instant('reported_at').notNull(),
    decided_at: instant('decided_at'),
    decided_by: text('decided_by'),
    decision_reason: text('decision_reason'),
  },
  (t) => [
    uniqueIndex('review_reports_of_person').on(t.review_id, t.reporter_account_id),
    index('review_reports_by_reporter').on(t.reporter_account_id),
    index('review_reports_by_state').on(t.state, t.reported_at, t.id),
  ],
)

const stars = (name: string) => integer(name).notNull().default(0)

/** Derived: what the published reviews of a mentor come to. Kept by triggers, compared nightly with a recount. */
export const ratings = sqliteTable('ratings', {
  mentor_account_id: text('mentor_account_id')
    .primaryKey()
    .references(() => mentors.account_id),
  count: integer('count').notNull().default(0),
  sum: integer('sum').notNull().default(0),
  stars_1: stars('stars_1'),
  stars_2: stars('stars_2'),
  stars_3: stars('stars_3'),
  stars_4: stars('stars_4'),
  stars_5: stars('stars_5'),
})

/** Who holds which badge; given and taken by the nightly job alone (H4). */
export const badges = sqliteTable(
  'badges',
  {
    account_id: text('account_id')
      .notNull()
      .references(() => mentors.account_id),
    badge: text('badge').$type<Badge>().notNull(),
    gained_at: instant('gained_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.badge] })],
)
