import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { arrayOf, shape, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { posts } from './posts.schema'

/** In the batch that publishes a post: whoever looks at the community hears of it, once. */
export const announce = (db: Database, post_id: string, now: Date, when?: SQL): Statement =>
  post(db, { id: `published:${post_id}`, topic: 'post_published', payload: { post_id } }, now, when)

/** A post that can be read. */
export const newsOf = (db: Database, post_id: string) =>
  db
    .select(
      shape({
        post_id: posts.id,
        topic: posts.topic,
        tags: arrayOf<string>(sql`select json_group_array(tag) from post_tags where post_id = ${sql`${posts.id}`}`),
      }),
    )
    .from(posts)
    .where(and(eq(posts.id, post_id), isNotNull(posts.published_at), isNull(posts.removed_at), isNull(posts.hidden_at)))
