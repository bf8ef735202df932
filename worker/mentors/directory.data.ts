import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { offers, weekly_rules } from '../availability/availability.schema'
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

/** A page of listed mentors with one more row than asked. */
export const directory = (db: Database, search: MentorSearch) => {
  const order = orders[search.sort]
  const value = order.by(search.currency)
  const beyond = search.after
    ? sql`(${value}, ${mentors.mentor_id}) ${sql.raw(order.beyond)} (${search.after[0]}, ${search.after[1]})`
    : undefined
  return db
    .select(shape({ ...listed, order_value: value }))
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(and(found(search), beyond))
    .orderBy(order.direction(value), order.direction(mentors.mentor_id))
    .limit(search.limit + 1)
}
export type ListedRow = Awaited<ReturnType<typeof directory>>[number]

/** The accounts on such a page, as a subquery for what is read beside it in the same trip. */
export const directoryAccounts = (db: Database, search: MentorSearch): SQL => {
  const order = orders[search.sort]
  const value = order.by(search.currency)
  const beyond = search.after
    ? sql`(${value}, ${mentors.mentor_id}) ${sql.raw(order.beyond)} (${search.after[0]}, ${search.after[1]})`
    : undefined
  return sql`(${db
    .select({ account_id: mentors.account_id })
    .from(mentors)
    .where(and(found(search), beyond))
    .orderBy(order.direction(value), order.direction(mentors.mentor_id))
    .limit(search.limit)})`
}

export const listedMentor = (mentor_id: string): SQL =>
  sql`(select account_id from mentors where mentor_id = ${mentor_id} and application_state = 'approved')`

export const publicMentor = (db: Database, mentor_id: string) =>
  db
    .select(shape({ ...listed, ...details }))
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(and(eq(mentors.mentor_id, mentor_id), eq(mentors.application_state, 'approved')))

/** Offers of these mentors, the cheapest first. */
export const offersOf = (db: Database, people: SQL) =>
  db
    .select()
    .from(offers)
    .where(and(sql`${offers.mentor_account_id} in ${people}`, isNull(offers.archived_at)))
    .orderBy(asc(offers.amount_minor), asc(offers.id))

export const rulesOf = (db: Database, people: SQL) =>
  db
    .select()
    .from(weekly_rules)
    .where(sql`${weekly_rules.mentor_account_id} in ${people}`)

/** When these mentors cannot take a session, each with its person, and with its offer where it is one of theirs. */
export const busyOfMany = (db: Database, people: SQL, now: Date, until: Date) => {
  const live = sql`(state in ('pending', 'confirmed', 'in_progress') or (state = 'held' and hold_expires_at > ${now.getTime()}))`
  return db.all<{ account_id: string; offer_id: string | null; start: number; from: number; until: number }>(sql`
    select mentor_account_id as account_id, offer_id, start_time as start, busy_from as "from", busy_until as "until" from bookings
    where mentor_account_id in ${people} and busy_until > ${now.getTime()} and busy_from < ${until.getTime()} and ${live}
    union all
    select student_account_id, null, start_time, start_time, end_time from bookings
    where student_account_id in ${people} and end_time > ${now.getTime()} and start_time < ${until.getTime()} and ${live}`)
}
