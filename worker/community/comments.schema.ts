import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'
import { posts } from './posts.schema'

export const comments = sqliteTable(
  'comments',
  {
    id: text('id').primaryKey(),
    post_id: text('post_id')
      .notNull()
      .references(() => posts.id),
    /** None: it answers the post itself. */
    parent_id: text('parent_id'),
    author_account_id: text('author_account_id')
      .notNull()
      .references(() => accounts.id),
    text: text('text').notNull(),
    /** Kept by triggers, compared nightly with a recount. */
    likes: integer('likes').notNull().default(0),
    created_at: instant('created_at').notNull(),
    edited_at: instant('edited_at'),
    /** Deleted by the author: the words are gone, the answers below stay. */
    removed_at: instant('removed_at'),
    hidden_at: instant('hidden_at'),
  },
  (t) => [
    index('comments_of_post').on(t.post_id, t.created_at, t.id),
    index('comments_of_author').on(t.author_account_id, t.created_at, t.id),
  ],
)
