import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'
import { accounts } from './accounts.schema'

export type ExportState = 'preparing' | 'ready' | 'failed'

/** The archive lies in R2 under the key; row and archive are swept together when its time is over. */
export const account_exports = sqliteTable(
  'account_exports',
  {
    id: text('id').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    state: text('state').$type<ExportState>().notNull(),
    key: text('key').notNull(),
    size: integer('size'),
    created_at: instant('created_at').notNull(),
    ready_at: instant('ready_at'),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [
    index('account_exports_of_account').on(t.account_id, t.created_at),
    index('account_exports_by_end').on(t.expires_at),
  ],
)
