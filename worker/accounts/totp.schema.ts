import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'
import { accounts } from './accounts.schema'

/** Keyed hashes; a code that was used is gone. */
export const recovery_codes = sqliteTable(
  'recovery_codes',
  {
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    code_hash: text('code_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.code_hash] })],
)

/** Sign-ins that passed the first factor. Kept for a day, so that guesses of the second add up. */
export const login_tickets = sqliteTable(
  'login_tickets',
  {
    ticket_hash: text('ticket_hash').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    tries: integer('tries').notNull().default(0),
    created_at: instant('created_at').notNull(),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [index('login_tickets_of_account').on(t.account_id), index('login_tickets_by_age').on(t.created_at)],
)
