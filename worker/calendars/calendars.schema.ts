import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'

/** One secret address per person, under which a calendar program reads their sessions; kept as a hash alone. */
export const calendar_feeds = sqliteTable('calendar_feeds', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  token_hash: text('token_hash').notNull().unique(),
  created_at: instant('created_at').notNull(),
})

/** A reminder that has left: once for each booking, time before it, and version of the booking (B12). */
export const session_reminders = sqliteTable(
  'session_reminders',
  {
    booking_id: text('booking_id').notNull(),
    minutes: integer('minutes').notNull(),
    sequence: integer('sequence').notNull(),
    act: text('act').notNull(),
    sent_at: instant('sent_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.booking_id, t.minutes, t.sequence] }), index('reminders_by_time').on(t.sent_at)],
)

/** Editions of the time-zone data whose sessions were looked through after the edition came (B8). */
export const zone_editions = sqliteTable('zone_editions', {
  version: text('version').primaryKey(),
  settled_at: instant('settled_at').notNull(),
})
