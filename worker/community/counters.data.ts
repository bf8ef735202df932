import { sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'

const DAY = 86_400_000

const counted = (table: string) => sql`(select count(*) from ${sql.raw(table)} where post_id = posts.id)`
const COUNTS = {
  likes: counted('post_likes'),
  bookmarks: counted('post_bookmarks'),
  views: sql`past_views + ${counted('post_views')}`,
}
const TAGGED = sql`(select count(*) from post_tags join posts on posts.id = post_tags.post_id
  where post_tags.tag = tags.tag and posts.number is not null and removed_at is null and hidden_at is null)`

/** Each answers the rows that had to be mended. */
export const recountPosts = (db: Database): Statement[] => [
  db.all(sql`update posts set likes = ${COUNTS.likes}, bookmarks = ${COUNTS.bookmarks}, views = ${COUNTS.views}
    where likes <> ${COUNTS.likes} or bookmarks <> ${COUNTS.bookmarks} or views <> ${COUNTS.views} returning id`),
  db.all(sql`update tags set posts = ${TAGGED} where posts <> ${TAGGED} returning tag`),
]

/** Who saw what is needed on its day alone; yesterday's is for who looked around midnight. */
export const forgetViews = (db: Database, now: Date): Statement =>
  db.all(sql`delete from post_views where day < ${new Date(now.getTime() - DAY).toISOString().slice(0, 10)}
    returning post_id`)
