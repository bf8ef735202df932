import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'

/** A search of the directory that a person comes back to. */
export const saved_searches = sqliteTable(
  'saved_searches',
  {
    id: text('id').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    /** As it stands in the address of the directory, in one order, so that the same search is one row. */
    query: text('query').notNull(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('saved_search_once').on(t.account_id, t.query),
    index('saved_searches_of_account').on(t.account_id, t.created_at, t.id),
  ],
)
