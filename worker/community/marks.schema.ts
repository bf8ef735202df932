import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'
import { posts } from './posts.schema'

const post_id = () =>
  text('post_id')
    .notNull()
    .references(() => posts.id)
const account_id = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id)

export const post_likes = sqliteTable(
  'post_likes',
  { post_id: post_id(), account_id: account_id(), created_at: instant('created_at').notNull() },
  (t) => [primaryKey({ columns: [t.post_id, t.account_id] }), index('post_likes_of_person').on(t.account_id)],
)

export const post_bookmarks = sqliteTable(
  'post_bookmarks',
  { account_id: account_id(), post_id: post_id(), created_at: instant('created_at').notNull() },
  (t) => [
    primaryKey({ columns: [t.account_id, t.post_id] }),
    index('bookmarks_by_time').on(t.account_id, t.created_at, t.post_id),
    index('bookmarks_of_post').on(t.post_id),
  ],
)

/** Who has seen what on a day of UTC, for as long as the day may still be asked about (E1). */
export const post_views = sqliteTable(
  'post_views',
  { post_id: post_id(), account_id: account_id(), day: text('day').notNull() },
  (t) => [
    primaryKey({ columns: [t.post_id, t.account_id, t.day] }),
    index('post_views_of_person').on(t.account_id),
    index('post_views_by_day').on(t.day),
  ],
)
