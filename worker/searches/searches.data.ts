import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { SAVED_SEARCHES_MOST } from '../contract/searches.constants'
import { saved_searches } from './searches.schema'

const shown = {
  id: saved_searches.id,
  name: saved_searches.name,
  query: saved_searches.query,
  created_at: saved_searches.created_at,
}

export const searchesOf = (db: Database, me: SQL | string) =>
  db
    .select(shown)
    .from(saved_searches)
    .where(eq(saved_searches.account_id, me))
    .orderBy(desc(saved_searches.created_at), desc(saved_searches.id))
    .limit(SAVED_SEARCHES_MOST)

/** The same search again takes the newer name; beyond the most there is no row. */
export const saveSearch = (
  db: Database,
  { id, account_id, name, query, now }: { id: string; account_id: string; name: string; query: string; now: Date },
): Statement =>
  db.run(sql`insert into saved_searches (id, account_id, name, query, created_at)
    select ${id}, ${account_id}, ${name}, ${query}, ${now.getTime()}
    where (select count(*) from saved_searches where account_id = ${account_id}) < ${SAVED_SEARCHES_MOST}
      or exists (select 1 from saved_searches where account_id = ${account_id} and query = ${query})
    on conflict (account_id, query) do update set name = excluded.name`)

export const searchWith = (db: Database, account_id: string, query: string) =>
  db
    .select(shown)
    .from(saved_searches)
    .where(and(eq(saved_searches.account_id, account_id), eq(saved_searches.query, query)))

export const forgetSearch = (db: Database, account_id: string, id: string) =>
  db
    .delete(saved_searches)
    .where(and(eq(saved_searches.id, id), eq(saved_searches.account_id, account_id)))
    .returning({ id: saved_searches.id })
