import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'
import { accounts } from './accounts.schema'

/** Links that set a password: asked for by their owner, or the first one of an account that was made for somebody. */
export const password_resets = sqliteTable(
  'password_resets',
  {
    token_hash: text('token_hash').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** The address it was sent to; after a change of address it is worth nothing. */
    email_key: text('email_key').notNull(),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [index('password_resets_of_account').on(t.account_id), index('password_resets_by_expiry').on(t.expires_at)],
)
