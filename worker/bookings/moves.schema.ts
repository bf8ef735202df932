import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { MoveState } from '../contract/bookings.constants'
import { instant } from '../lib/columns'
import { bookings } from './bookings.schema'

/** A new time that one side wishes and the other has to agree to (B9). It keeps nothing free meanwhile. */
export const booking_moves = sqliteTable(
  'booking_moves',
  {
    id: text('id').primaryKey(),
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    by_account_id: text('by_account_id').notNull(),
    state: text('state').$type<MoveState>().notNull(),
    start_time: instant('start_time').notNull(),
    reason: text('reason'),
    /** The calendar SEQUENCE of the booking when it was asked: a booking that moved meanwhile is not moved by it. */
    sequence: integer('sequence').notNull(),
    answer_by: instant('answer_by').notNull(),
    created_at: instant('created_at').notNull(),
    answered_at: instant('answered_at'),
  },
  (t) => [
    uniqueIndex('open_move_of_booking')
      .on(t.booking_id)
      .where(sql`state = 'open'`),
    index('moves_of_booking').on(t.booking_id, t.created_at),
  ],
)

/** What one of the two writes down about a session for themselves alone. */
export const booking_notes = sqliteTable(
  'booking_notes',
  {
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    text: text('text').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.booking_id, t.account_id] }), index('booking_notes_of_account').on(t.account_id)],
)

/** Who is told when a mentor who is full has a free time again. */
export const waits = sqliteTable(
  'waits',
  {
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    created_at: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mentor_account_id, t.account_id] }), index('waits_of_account').on(t.account_id)],
)
