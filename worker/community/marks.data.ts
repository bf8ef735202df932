import { and, eq, sql, type SQL } from 'drizzle-orm'
import { positionOf, type Database, type Statement } from '../lib/database'
import { post_bookmarks, post_likes } from './marks.schema'
import { fieldsFor, type PostRow } from './posts.data'
import { visiblePost } from './visible'

type Me = SQL | string

/** One for each person, where the post can still be read. */
export const likePost = (db: Database, post_id: string, me: string, now: Date): Statement =>
  db.run(sql`insert into post_likes (post_id, account_id, created_at) select posts.id, ${me}, ${now.getTime()} from posts
    where posts.id = ${post_id} and ${visiblePost(me)} on conflict (post_id, account_id) do nothing`)

export const unlikePost = (db: Database, post_id: string, me: string): Statement =>
  db.delete(post_likes).where(and(eq(post_likes.post_id, post_id), eq(post_likes.account_id, me)))

export const likesOf = (db: Database, post_id: string, me: string) =>
  db.all<{ likes: number; liked: number }>(sql`select likes, exists (select 1 from post_likes
    where post_id = posts.id and account_id = ${me}) as liked from posts where id = ${post_id}`)

export const bookmark = (db: Database, post_id: string, me: string, now: Date): Statement =>
  db.run(sql`insert into post_bookmarks (account_id, post_id, created_at) select ${me}, posts.id, ${now.getTime()}
    from posts where posts.id = ${post_id} and ${visiblePost(me)} on conflict (account_id, post_id) do nothing`)

export const unbookmark = (db: Database, post_id: string, me: string): Statement =>
  db.delete(post_bookmarks).where(and(eq(post_bookmarks.post_id, post_id), eq(post_bookmarks.account_id, me)))

/** Newest bookmarked first, one more than asked. */
export function bookmarksOf(db: Database, me: Me, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const [time, id] = positionOf(cursor) ?? []
  const beyond =
    typeof time === 'number' && typeof id === 'string' ? sql`(b.created_at, b.post_id) < (${time}, ${id})` : sql`true`
  return db.all<PostRow & { bookmarked_at: number }>(sql`select ${fieldsFor(me)}, b.created_at as bookmarked_at
    from post_bookmarks b cross join posts on posts.id = b.post_id
    where b.account_id = ${me} and ${beyond} and ${visiblePost(me)}
    order by b.created_at desc, b.post_id desc limit ${limit + 1}`)
}

/** Once for each person and day of UTC, of what they can read and have not written (E1). */
export const viewPosts = (db: Database, ids: string[], me: string, now: Date): Statement =>
  db.run(sql`insert into post_views (post_id, account_id, day) select posts.id, ${me}, ${now.toISOString().slice(0, 10)}
    from posts where posts.id in (select value from json_each(${JSON.stringify(ids)}))
      and posts.author_account_id <> ${me} and ${visiblePost(me)}
    on conflict (post_id, account_id, day) do nothing`)

export const viewsOf = (db: Database, ids: string[], me: Me) =>
  db.all<{ id: string; views: number }>(sql`select posts.id, posts.views from posts
    where posts.id in (select value from json_each(${JSON.stringify(ids)})) and ${visiblePost(me)}`)
