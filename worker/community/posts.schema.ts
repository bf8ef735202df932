import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { Topic } from '../contract/community.constants'
import { files } from '../files/files.schema'
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
    /** Counts up with each publication, by a trigger: the order of feeds, in which nothing ever comes in between. */
    number: integer('number'),
    /** How many links the text holds, for the limits of a first day (E5). */
    links: integer('links').notNull().default(0),
    /** Of the views those whose rows are gone: they are kept for the days that they are needed. */
    past_views: integer('past_views').notNull().default(0),
  },
  (t) => [
    index('posts_published')
      .on(t.published_at, t.id)
      .where(sql`published_at is not null and removed_at is null and hidden_at is null`),
    index('posts_of_author').on(t.author_account_id, t.published_at, t.id),
    uniqueIndex('posts_by_number').on(t.number),
    index('posts_of_author_by_number').on(t.author_account_id, t.number),
    index('posts_of_topic').on(t.topic, t.number),
    index('questions').on(t.is_question, t.number),
    index('official_posts')
      .on(t.number)
      .where(sql`is_official`),
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
    /** The post's, by a trigger; none of a draft. */
    number: integer('number'),
  },
  (t) => [
    primaryKey({ columns: [t.post_id, t.tag] }),
    index('posts_of_tag').on(t.tag, t.post_id),
    index('posts_of_tag_by_number').on(t.tag, t.number, t.post_id),
  ],
)

/** Derived: how many published posts that can be read have a tag. Kept by triggers. */
export const tags = sqliteTable(
  'tags',
  { tag: text('tag').primaryKey(), posts: integer('posts').notNull().default(0) },
  (t) => [index('tags_by_posts').on(t.posts, t.tag)],
)

/** A file may stand in several posts of its owner: sent again, the same picture is the same file. */
export const post_pictures = sqliteTable(
  'post_pictures',
  {
    post_id: text('post_id')
      .notNull()
      .references(() => posts.id),
    file_id: text('file_id')
      .notNull()
      .references(() => files.id),
    place: integer('place').notNull(),
    alt: text('alt').notNull(),
  },
  (t) => [primaryKey({ columns: [t.post_id, t.file_id] }), index('posts_of_picture').on(t.file_id)],
)

/** What a post said before an edit. */
export const post_versions = sqliteTable(
  'post_versions',
  {
    id: text('id').primaryKey(),
    post_id: text('post_id')
      .notNull()
      .references(() => posts.id),
    text: text('text').notNull(),
    written_at: instant('written_at').notNull(),
    replaced_at: instant('replaced_at').notNull(),
  },
  (t) => [index('versions_of_post').on(t.post_id, t.replaced_at, t.id)],
)
