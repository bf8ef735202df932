import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'

/** Who looked at a mentor's page on a day, kept only so that nobody is counted twice. */
export const profile_views = sqliteTable(
  'profile_views',
  {
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    /** Of the calendar of UTC. */
    day: text('day').notNull(),
    viewer_account_id: text('viewer_account_id')
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.mentor_account_id, t.day, t.viewer_account_id] }),
    index('profile_views_of_viewer').on(t.viewer_account_id),
    index('profile_views_by_day').on(t.day),
  ],
)

/** How many people looked at it; whoever they were. */
export const profile_view_counts = sqliteTable(
  'profile_view_counts',
  {
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    day: text('day').notNull(),
    people: integer('people').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mentor_account_id, t.day] })],
)
