import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'
import { mentors } from '../mentors/mentors.schema'

/** Mentors that a person keeps for later. */
export const favourites = sqliteTable(
  'favourites',
  {
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    created_at: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.account_id, t.mentor_account_id] }),
    index('favourites_of_account').on(t.account_id, t.created_at, t.mentor_account_id),
    index('favourites_of_mentor').on(t.mentor_account_id),
  ],
)
