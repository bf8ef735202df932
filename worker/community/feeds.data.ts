import { sql, type SQL } from 'drizzle-orm'
import { holderOf } from '../chat/memberships.data'
import { NEWER_MOST, type Feed, type Topic } from '../contract/community.constants'
import type { Database } from '../lib/database'
import { wordsOf } from '../mentors/directory.rules'
import { numberBefore, numberSince, rankedPlace } from './feeds.rules'
import { fieldsFor, type PostRow } from './posts.data'
import { HUNDREDTH_MS } from './ranks.rules'
import { visiblePost } from './visible'

type Me = SQL | string

export interface FeedWish {
  feed: Feed
  topic?: Topic | undefined
  tag?: string | undefined
  author?: string | undefined
  is_question?: boolean | undefined
  search?: string | undefined
  since?: string | undefined
  cursor?: string | undefined
  limit: number
}
export type FeedRow = PostRow & {
  place: number
  generation: number | null
  score: number | null
  ranked_at: number | null
}

/** The words are for the full-text index and never its syntax; what holds no word is found nowhere. */
function foundBy(search: string): SQL {
  const words = wordsOf(search)
  return words === ''
    ? sql`false`
    : sql`posts.number in (select rowid from post_search where post_search match ${words})`
}

/** What a post must be to be listed; whatever drives the query holds once more. */
const fits = ({ topic, tag, author, is_question, search }: FeedWish, me: Me): SQL =>
  sql.join(
    [
      visiblePost(me),
      ...(topic ? [sql`posts.topic = ${topic}`] : []),
      ...(tag ? [sql`exists (select 1 from post_tags where post_id = posts.id and tag = ${tag})`] : []),
      // Who writes for AspireX is nobody's business.
      ...(author ? [sql`posts.author_account_id = ${holderOf(author)} and not posts.is_official`] : []),
      ...(is_question === undefined ? [] : [sql`posts.is_question = ${Number(is_question)}`]),
      ...(search ? [foundBy(search)] : []),
    ],
    sql` and `,
  )

/** Pages of the latest posts walk down the index that leaves out most. */
function latest(wish: FeedWish, me: Me): SQL {
  const before = numberBefore(wish.cursor)
  const words = wish.search ? wordsOf(wish.search) : ''
  if (words !== '')
    return sql`select posts.id, posts.number, null, null, null from post_search
      cross join posts on posts.number = post_search.rowid
      where post_search match ${words} and post_search.rowid < ${before}
        and ${fits({ ...wish, search: undefined }, me)} order by post_search.rowid desc limit ${wish.limit + 1}`
  if (wish.tag)
    return sql`select posts.id, posts.number, null, null, null from post_tags t cross join posts on posts.id = t.post_id
      where t.tag = ${wish.tag} and t.number < ${before} and ${fits({ ...wish, tag: undefined }, me)}
      order by t.number desc limit ${wish.limit + 1}`
  return sql`select posts.id, posts.number, null, null, null from posts
    where posts.number < ${before} and ${fits(wish, me)} order by posts.number desc limit ${wish.limit + 1}`
}

/** The first of everybody and of every tag that I follow: what it costs grows with these, and not with all posts. */
function following(wish: FeedWish, me: Me): SQL {
  const before = numberBefore(wish.cursor)
  const ofPerson = sql`select posts.id from posts where posts.author_account_id = f.followed_account_id
    and not posts.is_official and posts.number < ${before} and ${fits(wish, me)}
    order by posts.number desc limit ${wish.limit + 1}`
  const ofTag = sql`select posts.id from post_tags t cross join posts on posts.id = t.post_id where t.tag = f.tag
    and t.number < ${before} and ${fits(wish, me)} order by t.number desc limit ${wish.limit + 1}`
  return sql`select p.id, p.number, null, null, null from follows_people f join posts p on p.id in (${ofPerson})
      where f.follower_account_id = ${me}
    union select p.id, p.number, null, null, null from follows_tags f join posts p on p.id in (${ofTag})
      where f.account_id = ${me}
    order by 2 desc limit ${wish.limit + 1}`
}

/**
 * Down one ranking. Where that is gone, on in the latest one, below the score that was reached, grown as old. A list is
 * read in its own order, and `cross join` keeps it outside: sorted by key, the whole list would be looked up for a page.
 */
function useful(wish: FeedWish, me: Me): SQL {
  const after = rankedPlace(wish.cursor)
  const beyond = after
    ? sql`iif(ranking.generation = ${after.generation}, r.key > ${after.place},
        (r.value ->> 'score') < ${after.score} - (ranking.ranked_at - ${after.ranked_at}) / ${HUNDREDTH_MS})`
    : sql`true`
  return sql`select posts.id, -r.key, ranking.generation, r.value ->> 'score', ranking.ranked_at
    from rankings ranking cross join json_each(ranking.list) r cross join posts on posts.id = r.value ->> 'id'
    where ranking.generation = coalesce((select generation from rankings where generation = ${after?.generation ?? null}),
      (select max(generation) from rankings)) and ${beyond} and ${fits(wish, me)}
    limit ${wish.limit + 1}`
}

const FEED = { latest, useful, following }

/** One more than asked; none where newer ones are only counted. */
export const feedPage = (db: Database, wish: FeedWish, me: Me) =>
  db.all<FeedRow>(sql`with page (id, place, generation, score, ranked_at) as (${FEED[wish.feed](
    wish.since === undefined ? wish : { ...wish, limit: -1 },
    me,
  )}) select ${fieldsFor(me)}, page.place, page.generation, page.score, page.ranked_at
    from page cross join posts on posts.id = page.id order by page.place desc`)

/** What AspireX says, the latest first, one more than asked. */
export const officialPosts = (
  db: Database,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  me: Me,
) =>
  db.all<PostRow & { number: number }>(sql`select ${fieldsFor(me)} from posts where posts.is_official
    and posts.number < ${numberBefore(cursor)} and ${visiblePost(me)} order by posts.number desc limit ${limit + 1}`)

const isFollowed = (me: Me): SQL => sql`(exists (select 1 from follows_people where follower_account_id = ${me}
    and followed_account_id = posts.author_account_id and not posts.is_official)
  or exists (select 1 from post_tags join follows_tags on follows_tags.tag = post_tags.tag and account_id = ${me}
    where post_tags.post_id = posts.id))`

/** The number of the newest post, and how many of others have come since that one, counted to a stated most. */
export function newsFor(db: Database, wish: FeedWish, me: Me) {
  const newer = sql`select count(*) from (select 1 from posts where posts.number > ${numberSince(wish.since)}
    and posts.author_account_id <> ${me} and ${fits(wish, me)}
    and ${wish.feed === 'following' ? isFollowed(me) : sql`true`} limit ${NEWER_MOST})`
  return db.all<{ newest: number; newer: number }>(
    sql`select coalesce((select max(number) from posts), 0) as newest,
      ${wish.since === undefined ? sql`null` : sql`(${newer})`} as newer`,
  )
}
