import { sql, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { post_bookmarks, post_likes, post_views } from '../community/marks.schema'
import { post_pictures, post_tags, post_versions, posts } from '../community/posts.schema'
import { belonging, by, type Belonging, type Person } from './belongings'

const ofPosts =
  (column: AnySQLiteColumn) =>
  ({ id }: Person): SQL =>
    sql`${column} in (select id from posts where author_account_id = ${id} and not is_official)`

/**
 * What a person said in the community and what they thought of it. A post leaves its place, below which others keep what
 * they said; what AspireX said in its own name stays.
 */
export const POST_BELONGINGS: Belonging[] = [
  belonging(post_likes, { mine: by(post_likes.account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(post_bookmarks, { mine: by(post_bookmarks.account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(post_views, { mine: by(post_views.account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(post_pictures, { mine: ofPosts(post_pictures.post_id), taken: { but: [] }, left: 'nothing' }),
  belonging(post_tags, { mine: ofPosts(post_tags.post_id), taken: { but: ['number'] }, left: 'nothing' }),
  belonging(post_versions, { mine: ofPosts(post_versions.post_id), taken: { but: [] }, left: 'nothing' }),
  belonging(posts, {
    mine: ({ id }) => sql`author_account_id = ${id} and not is_official`,
    taken: { but: ['number', 'past_views', 'links'] },
    left: { sets: (at) => ({ text: '', links: 0, removed_at: sql`coalesce(removed_at, ${at.getTime()})` }) },
  }),
]
