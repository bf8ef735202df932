import { and, asc, eq, gte, lt, min, sql } from 'drizzle-orm'
import type { Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'

/** Listed, and willing to be found by search engines. */
const listed = and(
  eq(mentors.application_state, 'approved'),
  sql`not exists (select 1 from preferences p where p.account_id = ${mentors.account_id} and p.searchable = 0)`,
)

/** When the first listed mentor joined. */
export const firstListed = (db: Database) =>
  db
    .select({ at: min(mentors.created_at) })
    .from(mentors)
    .where(listed)

/** The protocol's most for one document. */
const MOST = 50_000

export const listedBetween = (db: Database, from: Date, until: Date) =>
  db
    .select({ mentor_id: mentors.mentor_id })
    .from(mentors)
    .where(and(listed, gte(mentors.created_at, from), lt(mentors.created_at, until)))
    .orderBy(asc(mentors.created_at), asc(mentors.mentor_id))
    .limit(MOST)
