import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { Topic } from '../contract/community.constants'
import { instant } from '../lib/columns'

export const posts = sqliteTable(
  'posts',
  {
    id: text('id').primaryKey(),
    author_account_id: text('author_account_id')
      .notNull()
      .references(() => accounts.id),
    text: text('text').notNull(),
    topic: text('topic').$type<Topic>().notNull(),
    /** Somebody asks, and may accept one answer. */
    is_question: integer('is_question', { mode: 'boolean' }).notNull().default(false),
    /** Written in the name of AspireX by its staff; no client says so (E6). */
    is_official: integer('is_official', { mode: 'boolean' }).notNull().default(false),
    /** A top-level comment of this post, of which there is no foreign key because comments refer to posts. */
    accepted_comment_id: text('accepted_comment_id'),
    /** Kept by triggers, compared nightly with a recount. */
    likes: integer('likes').notNull().default(0),
    comments: integer('comments').notNull().default(0),
    bookmarks: integer('bookmarks').notNull().default(0),
    views: integer('views').notNull().default(0),
    created_at: instant('created_at').notNull(),
    /** None: a draft, which its author alone sees. */
    published_at: instant('published_at'),
    edited_at: instant('edited_at'),
    /** Deleted by the author: the words are gone, what others said below stays. */
    removed_at: instant('removed_at'),
    /** Hidden until a moderator decides, or by one (E4). */
    hidden_at: instant('hidden_at'),
  },
  (t) => [
    index('posts_published')
      .on(t.published_at, t.id)
      .where(sql`published_at is not null and removed_at is null and hidden_at is null`),
    index('posts_of_author').on(t.author_account_id, t.published_at, t.id),
  ],
)

export const post_tags = sqliteTable(
  'post_tags',
  {
    post_id: text('post_id')
      .notNull()
      .references(() => posts.id),
    /** Folded: lower case, NFKC, as people search for it. */
    tag: text('tag').notNull(),
  },
  (t) => [primaryKey({ columns: [t.post_id, t.tag] }), index('posts_of_tag').on(t.tag, t.post_id)],
)
