import { sql, type SQL } from 'drizzle-orm'
import type { Badge } from '../contract/badges.constants'
import type { Database, Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { ratings } from './reviews.schema'
import { ratingOf } from './ratings.rules'

const total = (column: 'count' | 'sum') =>
  sql<number>`coalesce((select ${sql.raw(column)} from ratings where mentor_account_id = ${mentors.account_id}), 0)`

/** For a query over `mentors`. */
export const reviewTotals = { review_count: total('count'), review_sum: total('sum') }

/** What a card says of a mentor beside their own words. */
export const standing = {
  ...reviewTotals,
  badges: sql<Badge[]>`(select json_group_array(badge order by gained_at, badge) from badges
    where account_id = ${mentors.account_id})`.mapWith((json: string) => JSON.parse(json) as Badge[]),
}

type Row = typeof ratings.$inferSelect

export const totalsOf = (db: Database, mentor_account_id: SQL | string) =>
  db
    .select()
    .from(ratings)
    .where(sql`${ratings.mentor_account_id} = ${mentor_account_id}`)

export const summaryView = (row: Row | undefined) => ({
  rating: row ? ratingOf(row) : null,
  rating_count: row?.count ?? 0,
  histogram: row ? [row.stars_1, row.stars_2, row.stars_3, row.stars_4, row.stars_5] : [0, 0, 0, 0, 0],
})

const STARS = [1, 2, 3, 4, 5]
const COLUMNS = sql.raw(`count, sum, ${STARS.map((stars) => `stars_${stars}`).join(', ')}`)
const RECOUNT = sql.raw(
  `count(*), coalesce(sum(stars), 0), ${STARS.map((stars) => `count(*) filter (where stars = ${stars})`).join(', ')}`,
)
const recounted = sql`(select ${RECOUNT} from reviews where mentor_account_id = ratings.mentor_account_id
  and side = 'student' and published_at is not null and removed_at is null)`

/** A row for every mentor who has a published review, and every row as a recount says; answers the rows that differed. */
export const recountRatings = (db: Database): Statement[] => [
  db.run(sql`insert into ratings (mentor_account_id) select distinct mentor_account_id from reviews
    where side = 'student' and published_at is not null on conflict do nothing`),
  db.all<{ mentor_account_id: string }>(sql`update ratings set (${COLUMNS}) = ${recounted}
    where (${COLUMNS}) <> ${recounted} returning mentor_account_id`),
]
