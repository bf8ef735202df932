import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../lib/columns'

/** Addresses that asked for the newsletter; it is sent to the confirmed ones alone. */
export const newsletter_subscribers = sqliteTable(
  'newsletter_subscribers',
  {
    /** Of the link that ends it, so that a suppression can outlive the address. */
    address_hash: text('address_hash').primaryKey(),
    email: text('email').notNull(),
    email_key: text('email_key').notNull().unique(),
    // What was agreed to: when, from which network (a hash), to which words.
    asked_at: instant('asked_at').notNull(),
    asked_from: text('asked_from').notNull(),
    words_version: text('words_version').notNull(),
    confirmed_at: instant('confirmed_at'),
    confirmed_from: text('confirmed_from'),
  },
  (t) => [index('subscribers_by_confirmation').on(t.confirmed_at, t.asked_at)],
)

/** Links that confirm, each for seven days; all of an address end with the first that is used. */
export const newsletter_links = sqliteTable(
  'newsletter_links',
  {
    token_hash: text('token_hash').primaryKey(),
    address_hash: text('address_hash')
      .notNull()
      .references(() => newsletter_subscribers.address_hash),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [index('newsletter_links_of_address').on(t.address_hash)],
)

/** Who does not want it, as hashes that nobody can try out without the secret: the address itself is gone. */
export const newsletter_suppressions = sqliteTable('newsletter_suppressions', {
  address_hash: text('address_hash').primaryKey(),
  at: instant('at').notNull(),
})

export const newsletter_issues = sqliteTable(
  'newsletter_issues',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    created_at: instant('created_at').notNull(),
    /** Everybody reads it from then on. */
    sent_at: instant('sent_at'),
  },
  (t) => [index('newsletter_issues_sent').on(t.sent_at, t.id)],
)
