import { env } from 'cloudflare:test'
import { database, type Database } from '../lib/database'

interface Heard {
  query: string
  params: unknown[]
  rows: number
}

/** The database with an ear on it: every statement with its parameters, and the rows it read. */
export function overheard(heard: Heard[]): Database {
  const bound = new Map<D1PreparedStatement, Omit<Heard, 'rows'>>()
  const binding = {
    prepare: (query: string) => ({
      bind: (...params: unknown[]) => {
        const statement = env.DB.prepare(query).bind(...params)
        bound.set(statement, { query, params })
        return statement
      },
    }),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await env.DB.batch(statements)
      heard.push(...results.map(({ meta }, i) => ({ ...bound.get(statements[i]!)!, rows: meta.rows_read })))
      return results
    },
  }
  return database(binding as unknown as D1Database, { trips: 0, rows_read: 0, rows_written: 0 })
}

/** Walking the index of an order from its beginning ends with the page; lists and virtual tables are never tables. */
const BOUNDED =
  /^SCAN ([lp] USING (COVERING )?INDEX (listings_by|cheapest_prices_by)|listings USING COVERING INDEX|\w+ VIRTUAL TABLE|c$|page$|\(subquery-\d+\)|CONSTANT ROW)/

/** A table read without an index, a question about one mentor not answered by key, a place in an order reached past its ties. */
const isFault = (step: string): boolean =>
  (step.startsWith('SCAN') && !BOUNDED.test(step)) ||
  (/\bown\b/.test(step) && !/^SEARCH own USING (COVERING )?INDEX sqlite_autoindex_/.test(step)) ||
  (/^SEARCH [lp] USING .*(listings_by|cheapest_prices_by)/.test(step) && /\w[<>]\?/.test(step))

/** The steps of the plans of these statements that would not stay quick as the tables grow. */
export async function faultsOf(heard: Heard[]): Promise<string[]> {
  const found = new Set<string>()
  for (const { query, params } of heard) {
    const plan = await env.DB.prepare(`explain query plan ${query}`)
      .bind(...params)
      .all<{ detail: string }>()
    for (const { detail } of plan.results) if (isFault(detail)) found.add(`${detail} in ${query}`)
  }
  return [...found]
}
