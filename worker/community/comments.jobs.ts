import { sql } from 'drizzle-orm'
import { unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { report } from '../lib/log'

const readable = sql`(select count(*) from comments c where c.post_id = posts.id and c.removed_at is null and c.hidden_at is null)`
const liked = sql`(select count(*) from comment_likes l where l.comment_id = comments.id)`

export const nightlyCommentJobs: Jobs = {
  /** Counters against a recount; a difference is told to the log and mended. */
  recount_comments: async (env) => {
    const db = unmetered(env)
    const [posts, comments] = (await write(db, [
      db.all(sql`update posts set comments = ${readable} where comments <> ${readable} returning id`),
      db.all(sql`update comments set likes = ${liked} where likes <> ${liked} returning id`),
    ])) as [unknown[], unknown[]]
    const mended = posts.length + comments.length
    if (mended > 0) report('counters of the community differed from their recount', { mended }, new Error('comments'))
    return mended
  },
}
