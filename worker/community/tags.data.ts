import { sql, type SQL } from 'drizzle-orm'
import { SUGGESTED_TAGS } from '../contract/community.constants'
import { foldTag } from '../contract/tags'
import type { Database } from '../lib/database'

/** Beyond every character that a tag may hold. */
const LAST = sql`char(1114111)`

/** The most used ones that begin so. */
export const tagsBeginning = (db: Database, typed: string) => {
  const start = foldTag(typed)
  const begins = start === '' ? sql`true` : sql`tag >= ${start} and tag < ${start} || ${LAST}`
  return db.all<{ tag: string; posts: number }>(sql`select tag, posts from tags where posts > 0 and ${begins}
    order by posts desc, tag limit ${SUGGESTED_TAGS}`)
}

/** Nothing where nobody has used it. */
export const tagPage = (db: Database, tag: string, me: SQL) =>
  db.all<{ tag: string; posts: number; followers: number; following: number }>(sql`select tag, posts,
      (select count(*) from follows_tags where follows_tags.tag = tags.tag) as followers,
      exists (select 1 from follows_tags where account_id = ${me} and follows_tags.tag = tags.tag) as following
    from tags where tag = ${tag}`)
