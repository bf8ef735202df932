import { fillPlaceholders, sql, type SQL } from 'drizzle-orm'
import type { Database, Prepares, Statement } from './database'

/**
 * A query whose text is made once for an isolate, for where making it costs as much as asking it. `build` gets a place for
 * each value and may do nothing with one but put it into the query.
 */
export function prepared<P extends Record<string, SQL>, Q extends Statement>(
  names: (keyof P & string)[],
  build: (db: Database, places: P) => Q,
): (db: Database, values: Record<keyof P, string | number>) => Q {
  const places = Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`])) as P
  let made: { text: string; params: unknown[]; query: ReturnType<Prepares['_prepare']> } | undefined
  return (db, values) => {
    if (!made) {
      const query = (build(db, places) as unknown as Prepares)._prepare()
      const { sql: text, params } = query.getQuery()
      made = { text, params, query }
    }
    const { text, params, query } = made
    const filled: Prepares = {
      _prepare: () => ({
        getQuery: () => ({ sql: text, params: fillPlaceholders(params, values) }),
        mapResult: (result, isFromBatch) => query.mapResult(result, isFromBatch),
      }),
    }
    return filled as unknown as Q
  }
}
