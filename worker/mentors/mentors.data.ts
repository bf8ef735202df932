import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { offers, weekly_rules } from '../availability/availability.schema'
import type { MentorSort } from '../contract/mentors.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { mentor_languages, mentor_skills, mentors } from './mentors.schema'

const listOf = (table: string, column: string) =>
  sql<string[]>`coalesce((select json_group_array(${sql.raw(column)} order by position) from ${sql.raw(table)} where account_id = ${mentors.account_id}), '[]')`.mapWith(
    (json: string) => JSON.parse(json) as string[],
  )

const listed = {
  account_id: mentors.account_id,
  mentor_id: mentors.mentor_id,
  name: accounts.name,
  headline: mentors.headline,
  picture_url: accounts.picture_url,
  time_zone: accounts.time_zone,
  skills: listOf('mentor_skills', 'skill'),
  languages: listOf('mentor_languages', 'language'),
  total_sessions: mentors.total_sessions,
  availability_zone: mentors.availability_zone,
}

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
    hasAny('mentor_skills', 'skill_key', search.skills.map((skill) => skill.toLowerCase())),
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

const details = {
  promise: mentors.promise,
  bio: mentors.bio,
  company: mentors.company,
  designation: mentors.designation,
  years_of_experience: mentors.years_of_experience,
  linkedin_url: mentors.linkedin_url,
  github_url: mentors.github_url,
  portfolio_url: mentors.portfolio_url,
}

export const publicMentor = (db: Database, mentor_id: string) =>
  db
    .select(shape({ ...listed, ...details }))
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(and(eq(mentors.mentor_id, mentor_id), eq(mentors.application_state, 'approved')))

export const ownMentor = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        ...listed,
        ...details,
        email: accounts.email,
        phone: mentors.phone,
        hourly_rate_minor: mentors.hourly_rate_minor,
        hourly_rate_currency: mentors.hourly_rate_currency,
        application_state: mentors.application_state,
        decision_reason: mentors.decision_reason,
        date_joined: mentors.created_at,
      }),
    )
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(eq(mentors.account_id, me))

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

type Change = Partial<typeof mentors.$inferInsert>

/** Changes only the keys present; lists are replaced whole. */
export const changeMentor = (
  db: Database,
  account_id: string,
  change: Change,
  lists: { expertise?: string[]; languages?: string[] },
): Statement[] => [
  ...(Object.keys(change).length > 0 ? [db.update(mentors).set(change).where(eq(mentors.account_id, account_id))] : []),
  ...(lists.expertise ? replaceSkills(db, account_id, lists.expertise) : []),
  ...(lists.languages ? replaceLanguages(db, account_id, lists.languages) : []),
]

const replaceSkills = (db: Database, account_id: string, skills: string[]): Statement[] => [
  db.delete(mentor_skills).where(eq(mentor_skills.account_id, account_id)),
  db.run(sql`insert into mentor_skills (account_id, skill_key, skill, position)
    select ${account_id}, value ->> 'key', value ->> 'skill', key from json_each(${JSON.stringify(
      skills.map((skill) => ({ key: skill.toLowerCase(), skill })),
    )}) where true on conflict do nothing`),
]

const replaceLanguages = (db: Database, account_id: string, languages: string[]): Statement[] => [
  db.delete(mentor_languages).where(eq(mentor_languages.account_id, account_id)),
  db.run(sql`insert into mentor_languages (account_id, language, position)
    select ${account_id}, value, key from json_each(${JSON.stringify(languages)}) where true on conflict do nothing`),
]

export const applicantOf = (db: Database, mentor_id: string) =>
  db.select({ account_id: mentors.account_id }).from(mentors).where(eq(mentors.mentor_id, mentor_id))

/** Approves or refuses; answers the row where there is such an application. */
export const decide = (
  db: Database,
  decision: { mentor_id: string; state: 'approved' | 'refused'; reason: string; by: string; now: Date },
) =>
  db
    .update(mentors)
    .set({ application_state: decision.state, decision_reason: decision.reason, decided_by: decision.by, decided_at: decision.now })
    .where(eq(mentors.mentor_id, decision.mentor_id))
    .returning({
      account_id: mentors.account_id,
      mentor_id: mentors.mentor_id,
      application_state: mentors.application_state,
      decision_reason: mentors.decision_reason,
    })

/** People with a booking or a conversation, newest first. */
export const studentsOf = (db: Database, me: SQL, { after, limit }: { after: (string | number | null)[] | undefined; limit: number }) =>
  db.all<{ student_id: string; name: string; picture_url: string | null; time_zone: string; since: number }>(sql`
    select s.student_id, a.name, a.picture_url, a.time_zone, max(x.at) as since from (
      select student_account_id as id, created_at as at from bookings where mentor_account_id = ${me}
      union all
      select c.student_account_id, c.created_at from conversation_members own
      join conversations c on c.id = own.conversation_id
      where own.account_id = ${me} and c.mentor_account_id = ${me}
    ) x join accounts a on a.id = x.id join students s on s.account_id = x.id
    group by x.id having ${after ? sql`(since, s.student_id) < (${after[0]}, ${after[1]})` : sql`true`}
    order by since desc, s.student_id desc limit ${limit + 1}`)

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
