import { sql, type SQL } from 'drizzle-orm'
import { isUnseen } from './people.data'
import { posts } from './posts.schema'

type Reader = SQL | string | null

/**
 * Of the table `posts`: published, not taken away, and by nobody whom this reader does not read. Visitors read what
 * AspireX itself says; that is nobody's in particular, so no block is in its way.
 */
export const visiblePost = (me: Reader): SQL =>
  sql`(${posts.published_at} is not null and ${posts.removed_at} is null and ${posts.hidden_at} is null and ${isOpenTo(me)})`

/** The same of what its author deleted: the comments below it can still be read where there are any. */
export const readableThread = (me: Reader): SQL =>
  sql`(${posts.published_at} is not null and ${posts.hidden_at} is null
    and (${posts.removed_at} is null or ${posts.comments} > 0) and ${isOpenTo(me)})`

const isOpenTo = (me: Reader): SQL =>
  sql`(${posts.is_official} or (${me} is not null and not ${isUnseen(sql`${posts.author_account_id}`, sql`${me}`)}))`
