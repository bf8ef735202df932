import { sql, type SQL } from 'drizzle-orm'
import type { MentorSort } from '../contract/mentors.constants'
import { keysBelow } from '../skills/skills.data'
import { fold, resolve, withChildren } from '../skills/skills.rules'
import type { Position } from './directory.rules'
import type { Opening } from './openings.rules'
import { NO_PRICE } from './openings.data'

export interface MentorSearch {
  /** For the full-text index; undefined where nothing was typed, empty where that holds no word. */
  words: string | undefined
  skills: string[]
  languages: string[]
  currency: string
  price_min_minor: number | undefined
  price_max_minor: number | undefined
  experience_min: number | undefined
  /** In hundredths. */
  score_min: number | undefined
  free_intro: boolean
  /** Free before this instant. */
  available_until: number | undefined
  /** Free in one of these. */
  hours: Opening[] | undefined
  sort: MentorSort
  /** The place that the page begins after, and the order in which it was given. */
  after: (Position & { sort: MentorSort }) | undefined
  limit: number
  /** The most mentors that may be looked at. */
  most: number
}

/** One condition, in two forms: as a list of everybody who fits, and as a question about the listing `l`. */
export interface Filter {
  /** One column, `id`: rows of one index. A mentor may come more than once. */
  list: SQL
  by: 'number' | 'account_id'
  holds: SQL
}

const json = (values: readonly unknown[]): SQL => sql`(select value from json_each(${JSON.stringify(values)}))`

/** Keys of the skills asked for by id or by any of their names, and of those below them, also the ones staff have added. */
function skillKeys(asked: readonly string[]): SQL {
  const unknown = asked.filter((word) => resolve(word) === undefined)
  const ids = withChildren(asked.map((word) => resolve(word) ?? word.toLowerCase()))
  return sql`(select * from ${keysBelow(ids)} union all
    select skill_id from skill_words where key in ${json(unknown.map(fold))})`
}

/**
 * Asked once of each mentor. SQLite makes a join of `exists`, in which every row that fits is asked about again where a
 * later condition does not hold.
 */
const hasOne = (rows: SQL): SQL => sql`(select true from ${rows} limit 1)`

const NOBODY: Filter = { list: sql`select 0 as id where false`, by: 'number', holds: sql`false` }

/** `+` keeps a condition from being what a search is driven by: the one mentor is at hand already. */
const words = (match: string): Filter => ({
  list: sql`select rowid as id from mentor_search where mentor_search match ${match}`,
  by: 'number',
  holds: sql`+l.number in (select rowid from mentor_search where mentor_search match ${match})`,
})

const owned = (table: SQL, column: SQL, keys: SQL): Filter => ({
  list: sql`select account_id as id from ${table} where ${column} in ${keys}`,
  by: 'account_id',
  holds: hasOne(sql`${table} own where own.account_id = l.account_id and own.${column} in ${keys}`),
})

export const lowestPrice = ({ price_min_minor }: MentorSearch): number => price_min_minor ?? 0
export const highestPrice = ({ price_max_minor }: MentorSearch): number =>
  Math.min(price_max_minor ?? NO_PRICE - 1, NO_PRICE - 1)

function price(search: MentorSearch): Filter {
  const [lowest, highest] = [lowestPrice(search), highestPrice(search)]
  return {
    list: sql`select number as id from cheapest_prices
      where currency = ${search.currency} and amount_minor between ${lowest} and ${highest}`,
    by: 'number',
    holds: hasOne(sql`cheapest_prices own where own.number = l.number and own.currency = ${search.currency}
      and own.amount_minor between ${lowest} and ${highest}`),
  }
}

const listing = (condition: SQL): Filter => ({
  list: sql`select number as id from listings where ${condition}`,
  by: 'number',
  holds: sql`l.${condition}`,
})

/** Of the hours in which a part of the day begins or ends, only its quarters count. */
function hours(asked: readonly Opening[]): Filter {
  const cut = Map.groupBy(
    asked.filter(([, quarters]) => quarters !== 15),
    ([, quarters]) => quarters,
  )
  const counting = [...cut].map(
    ([quarters, some]) => sql`when start_hour_utc in ${json(some.map(([hour]) => hour))} then ${quarters}`,
  )
  const quarters = counting.length === 0 ? sql`15` : sql`case ${sql.join(counting, sql` `)} else 15 end`
  const fits = sql`start_hour_utc in ${json(asked.map(([hour]) => hour))} and quarters & ${quarters} <> 0`
  return {
    list: sql`select number as id from openings where ${fits}`,
    by: 'number',
    holds: hasOne(sql`openings own where own.number = l.number and ${fits}`),
  }
}

/** The conditions of a search by name. */
export function filtersOf(search: MentorSearch): Record<string, Filter> {
  const { skills, languages, price_min_minor, price_max_minor, experience_min, score_min, available_until } = search
  const has_price = price_min_minor !== undefined || price_max_minor !== undefined
  return {
    ...(search.words !== undefined && { words: search.words === '' ? NOBODY : words(search.words) }),
    ...(skills.length > 0 && { skills: owned(sql`mentor_skills`, sql`skill_key`, skillKeys(skills)) }),
    ...(languages.length > 0 && { languages: owned(sql`mentor_languages`, sql`language`, json(languages)) }),
    ...(has_price && { price: price(search) }),
    ...(experience_min !== undefined && { experience: listing(sql`years_of_experience >= ${experience_min}`) }),
    ...(score_min !== undefined && { rating: listing(sql`rating_score >= ${score_min}`) }),
    ...(search.free_intro && { intro: listing(sql`has_intro = true`) }),
    ...(available_until !== undefined && { available: listing(sql`soonest_start < ${available_until}`) }),
    ...(search.hours !== undefined && { hours: hours(search.hours) }),
  }
}

export const isFiltered = (search: MentorSearch): boolean => Object.keys(filtersOf(search)).length > 0
