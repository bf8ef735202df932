import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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
    /** 1 answers the post; never more than are shown below each other. */
    depth: integer('depth').notNull().default(1),
    /** How many the text holds, for the limits of a first day (E5). */
    links: integer('links').notNull().default(0),
    /** The comment of depth 1 that this stands below. */
    root_id: text('root_id'),
  },
  (t) => [
    index('comments_below').on(t.root_id, t.created_at, t.id),
    index('comments_of_parent').on(t.parent_id),
    index('comments_on_top')
      .on(t.post_id, t.created_at, t.id)
      .where(sql`parent_id is null`),
    index('comments_on_top_by_likes')
      .on(t.post_id, sql`likes desc`, t.created_at, t.id)
      .where(sql`parent_id is null`),
    index('comments_of_post').on(t.post_id, t.created_at, t.id),
    index('comments_of_author').on(t.author_account_id, t.created_at, t.id),
  ],
)

export const comment_likes = sqliteTable(
  'comment_likes',
  {
    comment_id: text('comment_id')
      .notNull()
      .references(() => comments.id),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    created_at: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.comment_id, t.account_id] }), index('comment_likes_of_person').on(t.account_id)],
)

/** What a comment said before an edit, and what it said at last where its author removed it. */
export const comment_versions = sqliteTable(
  'comment_versions',
  {
    id: text('id').primaryKey(),
    comment_id: text('comment_id')
      .notNull()
      .references(() => comments.id),
    text: text('text').notNull(),
    written_at: instant('written_at').notNull(),
    replaced_at: instant('replaced_at').notNull(),
  },
  (t) => [index('versions_of_comment').on(t.comment_id, t.replaced_at, t.id)],
)

/** Whom a post or comment names. */
export const community_mentions = sqliteTable(
  'community_mentions',
  {
    /** The id of the post or of the comment; no two things share one. */
    subject_id: text('subject_id').notNull(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** As which they are named. */
    display_id: text('display_id').notNull(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject_id, t.account_id] }), index('mentions_of_person').on(t.account_id)],
)
