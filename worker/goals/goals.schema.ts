import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import { instant } from '../lib/columns'

/** What a student works towards. */
export const goals = sqliteTable(
  'goals',
  {
    id: text('id').primaryKey(),
    student_account_id: text('student_account_id')
      .notNull()
      .references(() => accounts.id),
    title: text('title').notNull(),
    note: text('note'),
    done_at: instant('done_at'),
    /** Rises along the list; what it is says nothing. */
    position: integer('position').notNull(),
    /** Deleted goals stay for a day, for who takes that back. */
    removed_at: instant('removed_at'),
    created_at: instant('created_at').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    index('goals_of_student').on(t.student_account_id, t.position, t.id),
    index('goals_removed')
      .on(t.removed_at)
      .where(sql`removed_at is not null`),
  ],
)

export const goal_steps = sqliteTable(
  'goal_steps',
  {
    id: text('id').primaryKey(),
    goal_id: text('goal_id')
      .notNull()
      .references(() => goals.id),
    title: text('title').notNull(),
    done_at: instant('done_at'),
    position: integer('position').notNull(),
    /** The mentor who proposed it, until the student takes it: from then on it is the student's own. */
    proposed_by: text('proposed_by').references(() => accounts.id),
    created_at: instant('created_at').notNull(),
  },
  (t) => [index('steps_of_goal').on(t.goal_id, t.position, t.id), index('steps_proposed').on(t.proposed_by)],
)

/** Which goals the mentor of a booking may see: the student's choice, booking by booking. */
export const shared_goals = sqliteTable(
  'shared_goals',
  {
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    goal_id: text('goal_id')
      .notNull()
      .references(() => goals.id),
    shared_at: instant('shared_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.booking_id, t.goal_id] }), index('shares_of_goal').on(t.goal_id)],
)

/** What one of the two takes along from a session, and what comes next. */
export const takeaways = sqliteTable(
  'takeaways',
  {
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    author_account_id: text('author_account_id')
      .notNull()
      .references(() => accounts.id),
    lines: text('lines', { mode: 'json' }).$type<string[]>().notNull(),
    next_steps: text('next_steps').notNull(),
    written_at: instant('written_at').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.booking_id, t.author_account_id] }),
    index('takeaways_of_author').on(t.author_account_id),
  ],
)
