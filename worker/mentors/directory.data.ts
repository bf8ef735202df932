import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import type { BusyTime } from '../bookings/slots.rules'
import type { Offer } from '../contract/availability'
import type { MentorSort } from '../contract/mentors.constants'
import { shape, type Database } from '../lib/database'
import { details, listed } from './mentors.data'
import { mentors } from './mentors.schema'

export interface MentorSearch {
  q?: string
  skills: string[]
  languages: string[]
  currency: string
  price_max_minor?: number
  sort: MentorSort
  after: (string | number | null)[] | undefined
  limit: number
}

const lowest = (currency: string) =>
  sql<number>`coalesce((select min(amount_minor) from offers where mentor_account_id = ${mentors.account_id}
    and archived_at is null and currency = ${currency}), 9e15)`.mapWith(Number)

/** How a page is ordered: the value that its cursor holds, beside the display id that makes it unique. */
const orders = {
  sessions: { by: () => sql<number>`${mentors.total_sessions}`.mapWith(Number), direction: desc, beyond: '<' },
  newest: { by: () => sql<number>`${mentors.created_at}`.mapWith(Number), direction: desc, beyond: '<' },
  price: { by: lowest, direction: asc, beyond: '>' },
} as const satisfies Record<MentorSort, unknown>

/** What the reader typed as words to find, never as search syntax: `"port"* "rev"*`. */
export const wordsOf = (q: string): string =>
  (q.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `"${word}"*`)
    .join(' ')

function found(search: MentorSearch): SQL | undefined {
  const words = search.q?.trim() ? wordsOf(search.q) : undefined
  const hasAny = (table: string, column: string, values: string[]) =>
    values.length === 0
      ? undefined
      : sql`${mentors.account_id} in (select account_id from ${sql.raw(table)} where ${sql.raw(column)} in (select value from json_each(${JSON.stringify(values)})))`
  return and(
    eq(mentors.application_state, 'approved'),
    words === undefined
      ? undefined
      : words === ''
        ? sql`false`
        : sql`cast(substr(${mentors.mentor_id}, 2) as integer) in (select rowid from mentor_search where mentor_search match ${words})`,
    hasAny(
      'mentor_skills',
      'skill_key',
      search.skills.map((skill) => skill.toLowerCase()),
    ),
    hasAny('mentor_languages', 'language', search.languages),
    search.price_max_minor === undefined
      ? undefined
      : sql`${mentors.account_id} in (select mentor_account_id from offers where currency = ${search.currency}
          and amount_minor <= ${search.price_max_minor} and archived_at is null)`,
  )
}

/** The JSON of a scalar subquery that refers to the row's mentor. */
const arrayOf = <T>(query: SQL): SQL<T[]> => sql<T[]>`(${query})`.mapWith((json: string) => JSON.parse(json) as T[])

const offer = [
  'id',
  'title',
  'description',
  'minutes',
  'amount_minor',
  'currency',
  'buffer_before_minutes',
  'buffer_after_minutes',
  'minimum_notice_minutes',
  'horizon_days',
  'most_per_day',
] as const satisfies (keyof Offer)[]
const OFFER = sql.raw(offer.map((field) => `'${field}', ${field}`).join(', '))

export type Taught = BusyTime & { offer_id: string; start: number }

/**
 * What the soonest free time of a mentor is computed from, in the mentor's own row: the offers, the cheapest first, the
 * week, and when bookings on either side stand in the way.
 */
const weekUntil = (now: Date, until: Date) => {
  const mine = mentors.account_id
  const live = sql`(state in ('pending', 'confirmed', 'in_progress') or (state = 'held' and hold_expires_at > ${now.getTime()}))`
  return {
    offers: arrayOf<Offer>(sql`select json_group_array(json_object(${OFFER}) order by amount_minor, id) from offers
      where mentor_account_id = ${mine} and archived_at is null`),
    rules: arrayOf<{ weekday: number; start: string; end: string }>(sql`select json_group_array(
      json_object('weekday', weekday, 'start', start, 'end', "end")) from weekly_rules where mentor_account_id = ${mine}`),
    teaching: arrayOf<Taught>(sql`select json_group_array(json_object('from', busy_from, 'until', busy_until,
      'start', start_time, 'offer_id', offer_id)) from bookings
      where mentor_account_id = ${mine} and busy_until > ${now.getTime()} and busy_from < ${until.getTime()} and ${live}`),
    learning:
      arrayOf<BusyTime>(sql`select json_group_array(json_object('from', start_time, 'until', end_time)) from bookings
      where student_account_id = ${mine} and end_time > ${now.getTime()} and start_time < ${until.getTime()} and ${live}`),
  }
}

/** A page of listed mentors with one more row than asked; their weeks reach to `until`. */
export const directory = (db: Database, search: MentorSearch, now: Date, until: Date) => {
  const order = orders[search.sort]
  const value = order.by(search.currency)
  const beyond = search.after
    ? sql`(${value}, ${mentors.mentor_id}) ${sql.raw(order.beyond)} (${search.after[0]}, ${search.after[1]})`
    : undefined
  return db
    .select(shape({ ...listed, ...weekUntil(now, until), order_value: value }))
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(and(found(search), beyond))
    .orderBy(order.direction(value), order.direction(mentors.mentor_id))
    .limit(search.limit + 1)
}
export type ListedRow = Omit<Awaited<ReturnType<typeof directory>>[number], 'order_value'>

export const publicMentor = (db: Database, mentor_id: string, now: Date, until: Date) =>
  db
    .select(shape({ ...listed, ...details, ...weekUntil(now, until) }))
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(and(eq(mentors.mentor_id, mentor_id), eq(mentors.application_state, 'approved')))
