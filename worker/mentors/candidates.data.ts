import { sql, type SQL } from 'drizzle-orm'
import { MOST_COUNTED, type MentorSort } from '../contract/mentors.constants'
import type { Database } from '../lib/database'
import { shortest, type Position, type Sizes } from './directory.rules'
import { filtersOf, type Filter, type MentorSearch } from './filters.data'
import { beyond, inOrder, orderOf, upTo, type Order } from './orders.data'

// Who may be on a page is decided over the small derived tables alone, and never over more than `most` mentors: either
// the shortest list of a filter is looked at whole, or the index of the order is walked for so many rows, and the next
// page walks on from there.

const all = (conditions: SQL[]): SQL => (conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `))
const checks = (filters: Record<string, Filter>, except: string | undefined): SQL[] =>
  Object.entries(filters).flatMap(([name, { holds }]) => (name === except ? [] : [holds]))

/** How long every filter's list is; none where nothing is filtered. */
export const sizesOf = (db: Database, search: MentorSearch) => {
  const sizes = Object.entries(filtersOf(search)).map(
    ([name, { list }]) => sql`(select count(*) from (${list} limit ${search.most + 1})) as ${sql.identifier(name)}`,
  )
  return db.all<Sizes>(sql`select ${sql.join(sizes, sql`, `)}`)
}

/** Where a walk begins and ends at the latest, and what is asked of everybody on it. */
function walk(search: MentorSearch, order: Order, after: Position | undefined) {
  const filters = filtersOf(search)
  const range = order.range && order.range.filter in filters ? order.range : undefined
  const first = [after, range?.after].filter((at) => at !== undefined)
  return {
    bounds: [...first.map((at) => beyond(order, at)), ...(range ? [upTo(order, range.until)] : [])],
    checks: checks(filters, range?.filter),
  }
}

/** The last place of a walk that does not reach the end, and one row to show that there is more. */
export function endOfWalk(db: Database, search: MentorSearch, sort: MentorSort, after: Position | undefined) {
  const order = orderOf(search, sort)
  return db.all<Position>(sql`select ${order.value} as value, ${order.number} as number from ${order.along}
    where ${all(walk(search, order, after).bounds)} ${inOrder(order)} limit 2 offset ${search.most - 1}`)
}

/** How a page is found. */
export interface Way {
  sort: MentorSort
  /** The filter whose list is looked at; without one the order is walked, up to `end`. */
  list: string | undefined
  after: Position | undefined
  end: Position | undefined
}

/** A page of mentors with one more than asked: number, account and place in the order. */
export function candidates(search: MentorSearch, { sort, list, after, end }: Way): SQL {
  const order = orderOf(search, sort)
  const page = sql`${inOrder(order)} limit ${search.limit + 1}`
  const found = sql`select l.number as number, l.account_id as account_id, ${order.value} as value`
  if (list !== undefined) {
    const { from, conditions } = listed(search, list)
    const further = after ? [beyond(order, after)] : []
    return sql`${found} from ${from} ${order.beside ?? sql``} where ${all([...conditions, ...further])} ${page}`
  }
  const { bounds, checks } = walk(search, order, after)
  const until = end ? [upTo(order, end)] : []
  return sql`${found} from ${order.along} where ${all([...bounds, ...until, ...checks])} ${page}`
}

/** The mentors on one filter's list, cut where too many are on it, of whom the other filters hold. */
function listed(search: MentorSearch, name: string): { from: SQL; conditions: SQL[] } {
  const filters = filtersOf(search)
  const { list, by } = filters[name]!
  const from = sql`(select distinct id from (${list} limit ${search.most})) c
    cross join listings l on ${sql.raw(`l.${by}`)} = c.id`
  return { from, conditions: checks(filters, name) }
}

/** Of all pages, counted over the shortest list, so that it is the same in every order. */
export function countOf(db: Database, search: MentorSearch, sizes: Sizes) {
  const name = shortest(sizes)
  const { from, conditions } = name === undefined ? { from: sql`listings`, conditions: [] } : listed(search, name)
  return db.all<{ total: number }>(
    sql`select count(*) as total from (select 1 from ${from} where ${all(conditions)} limit ${MOST_COUNTED + 1})`,
  )
}
