import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { answersIn } from '../chat/answers.data'
import { reachOf, type Places } from '../availability/teaching.data'
import { readAll, shape, type Database, type Statement } from '../lib/database'
import { prepared } from '../lib/prepared'
import { candidates, countOf, endOfWalk, sizesOf, type Way } from './candidates.data'
import { strategyOf, totalOf, walkedOrder } from './directory.rules'
import { isFiltered, type MentorSearch } from './filters.data'
import { details, listed } from './mentors.data'
import { mentors } from './mentors.schema'
import { weekOf, weekUntil } from './openings.data'
import { orderOf } from './orders.data'

interface Measures {
  [name: string]: Statement
  sizes: ReturnType<typeof sizesOf>
  end: ReturnType<typeof endOfWalk>
}

/** What the way to a page is chosen by. Where nothing is filtered there is nothing to ask, and no trip is made. */
export const measuresOf = (db: Database, search: MentorSearch): Measures =>
  (isFiltered(search)
    ? { sizes: sizesOf(db, search), end: endOfWalk(db, search, walkedOrder(search.sort), search.after) }
    : {}) as Measures

/** A page of listed mentors with one more row than asked; their weeks reach to `until`. */
const page = (db: Database, search: MentorSearch, way: Way, { now, until }: { now: Date; until: Date }) => {
  const direction = orderOf(search, way.sort).falls ? desc : asc
  return db
    .select(
      shape({
        ...listed,
        ...weekUntil(now, until, search.currency),
        number: sql<number>`page.number`,
        value: sql<number>`page.value`,
      }),
    )
    .from(sql`(${candidates(search, way)}) page`)
    .innerJoin(mentors, sql`${mentors.account_id} = page.account_id`)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .orderBy(direction(sql`page.value`), direction(sql`page.number`))
}
export type ListedRow = Omit<Awaited<ReturnType<typeof page>>[number], 'number' | 'value'>

/** A page, where the next one begins, and how many there are on all of them. */
export async function findMentors(
  db: Database,
  search: MentorSearch,
  measured: { [K in keyof Measures]?: Measures[K]['_']['result'] },
  span: { now: Date; until: Date },
) {
  const [sizes = {}] = measured.sizes ?? []
  const { sort, list } = strategyOf(sizes, search.most, search.sort, search.after?.sort)
  const [last, more] = list === undefined ? (measured.end ?? []) : []
  const end = more && last
  const found = await readAll(db, {
    page: page(db, search, { sort, list, after: search.after, end }, span),
    count: countOf(db, search, sizes),
  })
  const rows = found.page.slice(0, search.limit)
  const next = found.page.length > search.limit ? rows.at(-1) : end
  return {
    rows,
    next: next && ([sort, next.value, next.number] as const),
    ...totalOf(found.count[0]?.total ?? 0, sizes, search.most),
  }
}

/** Whether search engines may show the page; so it is until the mentor says otherwise. */
const searchable =
  sql<boolean>`coalesce((select searchable from preferences where account_id = ${mentors.account_id}), 1)`.mapWith(
    Boolean,
  )

const publicPage = prepared(
  ['mentor_id', 'now', 'since', 'before', 'since_date', 'before_date'],
  (db, { mentor_id, ...reach }: Places & { mentor_id: SQL }) =>
    db
      .select(shape({ ...listed, ...details, answers_in: answersIn(mentors.account_id), searchable, ...weekOf(reach) }))
      .from(mentors)
      .innerJoin(accounts, eq(accounts.id, mentors.account_id))
      .where(
        and(eq(mentors.mentor_id, mentor_id), eq(mentors.application_state, 'approved'), isNull(accounts.suspended_at)),
      ),
)

export const publicMentor = (db: Database, mentor_id: string, now: Date, until: Date) =>
  publicPage(db, { mentor_id, ...reachOf(now, now.getTime(), until.getTime()) })
