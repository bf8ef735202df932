import { sql, type SQL } from 'drizzle-orm'
import { isBlocked } from '../chat/blocks.data'
import { isUnseen } from './people.data'
import { posts } from './posts.schema'

type Reader = SQL | string | null

const author = sql`${posts.author_account_id}`
const isSomebody = (me: Reader): SQL => sql`${me} is not null`

/**
 * Of the table `posts`: published, not taken away, and by nobody whom this reader does not read. Visitors read what
 * AspireX itself says; that is nobody's in particular, so no block is in its way.
 */
export const visiblePost = (me: Reader): SQL =>
  sql`(${posts.published_at} is not null and ${posts.removed_at} is null and ${posts.hidden_at} is null
    and (${posts.is_official} or (${isSomebody(me)} and not ${isUnseen(author, sql`${me}`)})))`

/** The same, and the place of what its author deleted or left behind: others go on below it. */
export const readableThread = (me: Reader): SQL =>
  sql`(${visiblePost(me)} or (${posts.removed_at} is not null and ${posts.published_at} is not null
    and ${posts.hidden_at} is null and ${posts.comments} > 0
    and (${posts.is_official} or (${isSomebody(me)} and not ${isBlocked(author, sql`${me}`)}))))`
