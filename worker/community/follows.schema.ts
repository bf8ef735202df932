import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'

/** Whose posts a person wants to read. A block of either ends it, by a trigger. */
export const follows_people = sqliteTable(
  'follows_people',
  {
    follower_account_id: text('follower_account_id')
      .notNull()
      .references(() => accounts.id),
    followed_account_id: text('followed_account_id')
      .notNull()
      .references(() => accounts.id),
    created_at: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.follower_account_id, t.followed_account_id] }),
    index('follows_of_person').on(t.follower_account_id, t.created_at, t.followed_account_id),
    index('followers_of_person').on(t.followed_account_id, t.follower_account_id),
  ],
)

export const follows_tags = sqliteTable(
  'follows_tags',
  {
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Folded as post_tags.tag is. */
    tag: text('tag').notNull(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.tag] }), index('followers_of_tag').on(t.tag)],
)
