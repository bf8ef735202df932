import { desc, sql, type SQL } from 'drizzle-orm'
import { USEFUL_DAYS, USEFUL_MOST } from '../contract/community.constants'
import type { Database, Statement } from '../lib/database'
import type { Measures, Ranked } from './ranks.rules'
import { rankings } from './ranks.schema'
import { visiblePost } from './visible'

const DAY = 86_400_000
const KEPT_MS = 3 * 3_600_000

const own = (table: string): SQL =>
  sql`(select count(*) from ${sql.raw(table)} where post_id = posts.id and account_id = posts.author_account_id)`

interface MeasureRow extends Omit<Measures, 'is_question' | 'is_solved'> {
  id: string
  is_question: number
  is_solved: number
}
export const measuresFrom = ({ is_question, is_solved, ...row }: MeasureRow) => ({
  ...row,
  is_question: Boolean(is_question),
  is_solved: Boolean(is_solved),
})

const measured = (db: Database, which: SQL, limit: number) =>
  db.all<MeasureRow>(sql`select posts.id, posts.likes - ${own('post_likes')} as likes,
      posts.bookmarks - ${own('post_bookmarks')} as bookmarks,
      (select count(distinct k.author_account_id) from comments k where k.post_id = posts.id
        and k.author_account_id <> posts.author_account_id and k.removed_at is null and k.hidden_at is null) as people,
      posts.is_question, posts.accepted_comment_id is not null as is_solved, posts.published_at
    from posts where ${which} order by posts.number desc limit ${limit}`)

/** The newest first. */
export const postsToRank = (db: Database, now: Date) =>
  measured(
    db,
    sql`posts.number is not null and posts.removed_at is null and posts.hidden_at is null
      and posts.published_at > ${now.getTime() - USEFUL_DAYS * DAY}`,
    USEFUL_MOST,
  )

export const measuresFor = (db: Database, id: string, me: SQL | string) =>
  measured(db, sql`posts.id = ${id} and ${visiblePost(me)}`, 1)

export const latestRanking = (db: Database) => db.select().from(rankings).orderBy(desc(rankings.generation)).limit(1)

/** Where a post stands in the latest ranking. */
export const rankOf = (db: Database, id: string) =>
  db.all<{ place: number; value: string; ranked_at: number }>(sql`select r.key + 1 as place, r.value, ranking.ranked_at
    from rankings ranking cross join json_each(ranking.list) r
    where ranking.generation = (select max(generation) from rankings) and r.value ->> 'id' = ${id}`)

/** Earlier ones stay for as long as somebody may still be walking through them. */
export const keepRanking = (db: Database, list: Ranked[], now: Date): Statement[] => [
  db.insert(rankings).values({ ranked_at: now, list }),
  db.run(sql`delete from rankings where ranked_at < ${now.getTime() - KEPT_MS}
    and generation < (select max(generation) from rankings)`),
]
