import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookings } from '../bookings/bookings.schema'
import { instant } from '../lib/columns'

/** One side says that the verdict on a session is wrong; its money waits until staff decided (H1). */
export const contests = sqliteTable(
  'contests',
  {
    id: text('id').primaryKey(),
    booking_id: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    by_account_id: text('by_account_id').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<'open' | 'upheld' | 'dismissed'>().notNull(),
    opened_at: instant('opened_at').notNull(),
    decided_at: instant('decided_at'),
    decided_by: text('decided_by'),
    decision_reason: text('decision_reason'),
  },
  (t) => [
    // Once for each side.
    uniqueIndex('contest_of_side').on(t.booking_id, t.by_account_id),
    index('contests_open').on(t.state, t.opened_at),
    index('contests_decided').on(t.state, t.decided_at),
  ],
)

/** One stretch of somebody's presence in a room, from the object's own clock. Open while `left_at` is null. */
export const presences = sqliteTable(
  'presences',
  {
    id: text('id').primaryKey(),
    room_id: text('room_id').notNull(),
    account_id: text('account_id').notNull(),
    joined_at: instant('joined_at').notNull(),
    left_at: instant('left_at'),
    /** `link`: the meeting link of the mentor was opened, which counts as having come. */
    by: text('by').$type<'room' | 'link'>().notNull(),
    is_mentor: integer('is_mentor', { mode: 'boolean' }).notNull(),
  },
  (t) => [index('presences_of_room').on(t.room_id, t.account_id)],
)
