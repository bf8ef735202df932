import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'
import { accounts } from './accounts.schema'

/** Who somebody is elsewhere: the issuer and its subject. An address alone never says who somebody is (A2). */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    account_id: text('account_id')
      .notNull()
      .unique()
      .references(() => accounts.id),
    /** As the issuer last called it, for showing alone. */
    email: text('email').notNull(),
    linked_at: instant('linked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
)

/** A table for this purpose alone: mailed links that connect a Google account to the account of its address. */
export const google_links = sqliteTable(
  'google_links',
  {
    token_hash: text('token_hash').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** The address it was mailed to: once the account has another one, the link is worth nothing. */
    email_key: text('email_key').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    google_email: text('google_email').notNull(),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [index('google_links_of_account').on(t.account_id), index('google_links_by_expiry').on(t.expires_at)],
)
