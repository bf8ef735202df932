import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'
import { accounts } from './accounts.schema'

/** An address that waits for its proof; nothing changes before. One for each account, the newest. */
export const email_changes = sqliteTable(
  'email_changes',
  {
    id: text('id').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    email: text('email').notNull(),
    email_key: text('email_key').notNull(),
    /** Of the link, made when it is mailed. */
    token_hash: text('token_hash').unique(),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [index('email_changes_of_account').on(t.account_id), index('email_changes_by_expiry').on(t.expires_at)],
)

/** An address that was left behind: it can come back until then, and nobody else can take it meanwhile (A5). */
export const email_undos = sqliteTable(
  'email_undos',
  {
    id: text('id').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    email: text('email').notNull(),
    email_key: text('email_key').notNull(),
    token_hash: text('token_hash').unique(),
    changed_at: instant('changed_at').notNull(),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [
    index('email_undos_of_account').on(t.account_id),
    index('email_undos_of_address').on(t.email_key),
    index('email_undos_by_expiry').on(t.expires_at),
  ],
)
