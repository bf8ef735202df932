import { sql, type AnyColumn, type GetColumnData, type SQL } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'
import type { Environment } from './environment'

export type Database = DrizzleD1Database
export type Statement = BatchItem<'sqlite'>

/** What a request cost: a test holds every route to two trips. */
export interface Meter {
  trips: number
  rows_read: number
  rows_written: number
}

/** D1 through Drizzle, with every round trip counted. */
export function database(binding: D1Database, meter: Meter): Database {
  return drizzle(metered(binding, meter))
}

/** For work outside a request, which nobody holds to a budget. */
export const unmetered = (env: Pick<Environment, 'DB'>): Database =>
  database(env.DB, { trips: 0, rows_read: 0, rows_written: 0 })

function metered(binding: D1Database, meter: Meter): D1Database {
  const meteredBatch: D1Database['batch'] = async <T>(statements: D1PreparedStatement[]) => {
    meter.trips++
    const [only, ...others] = statements
    // One alone is a transaction anyhow, and costs less so.
    const results = only && others.length === 0 ? [await only.all<T>()] : await binding.batch<T>(statements)
    for (const { meta } of results) {
      meter.rows_read += meta.rows_read ?? 0
      meter.rows_written += meta.rows_written ?? 0
    }
    return results
  }
  return { prepare: (query: string) => binding.prepare(query), batch: meteredBatch } as unknown as D1Database
}

/**
 * Drizzle's own batch for D1 cannot bind the parameters of a raw statement; otherwise this is the same: build all, send
 * once, map each.
 */
async function batch(db: Database, statements: Statement[]): Promise<unknown[]> {
  const client = (db as Database & { $client: D1Database }).$client
  const prepared = statements.map((statement) => (statement as unknown as Prepares)._prepare())
  const bound = prepared.map((query) => {
    const { sql: text, params } = query.getQuery()
    return client.prepare(text).bind(...params)
  })
  const results = await client.batch(bound)
  return results.map((result, i) => prepared[i]?.mapResult(result, true))
}
export interface Prepares {
  _prepare: () => {
    getQuery: () => { sql: string; params: unknown[] }
    mapResult: (result: unknown, isFromBatch: boolean) => unknown
  }
}

type Answers<Q extends Record<string, Statement>> = { [K in keyof Q]: Q[K]['_']['result'] }

/** All queries in one round trip, answered by name. Always through a batch, so that the meter sees its rows. */
export async function readAll<Q extends Record<string, Statement>>(db: Database, queries: Q): Promise<Answers<Q>> {
  const names = Object.keys(queries)
  if (names.length === 0) return {} as Answers<Q>
  const results = await batch(db, Object.values(queries))
  return Object.fromEntries(names.map((name, i) => [name, results[i]])) as Answers<Q>
}

/** One query, one trip. */
export async function read<Q extends Statement>(db: Database, query: Q): Promise<Q['_']['result']> {
  return (await batch(db, [query]))[0] as Q['_']['result']
}

/** All statements or none. Answers in order; a primary-key clash throws. */
export async function write(db: Database, statements: Statement[]): Promise<unknown[]> {
  return batch(db, statements)
}

type Shaped<F extends Record<string, AnyColumn | SQL | SQL.Aliased>> = {
  [K in keyof F]: F[K] extends AnyColumn
    ? SQL.Aliased<GetColumnData<F[K]>>
    : F[K] extends SQL<infer T>
      ? SQL.Aliased<T>
      : F[K]
}

/**
 * Names every selected column after its key. D1's batch answers objects, in which two joined columns of one name
 * would become one; and a row named like the wire needs no mapping.
 */
export function shape<F extends Record<string, AnyColumn | SQL>>(fields: F): Shaped<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      'getSQL' in field && 'columnType' in field ? sql`${field}`.mapWith(field).as(key) : (field as SQL).as(key),
    ]),
  ) as Shaped<F>
}

/** Maps a nullable column of an outer join, whose type Drizzle cannot know here. */
export const nullable = <C extends AnyColumn>(column: C): SQL<GetColumnData<C> | null> =>
  sql<GetColumnData<C> | null>`${column}`.mapWith((value: unknown) =>
    value === null ? null : column.mapFromDriverValue(value),
  )

/** The JSON list that a scalar subquery answers. */
export const arrayOf = <T>(query: SQL): SQL<T[]> =>
  sql<T[]>`(${query})`.mapWith((json: string) => JSON.parse(json) as T[])

/** `in (…)` for lists of any length: D1 takes at most 100 bound parameters. */
export const among = (column: AnyColumn | SQL, values: readonly (string | number)[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

/** D1's errors have no code, only this text. */
export function isUniqueClash(error: unknown, table: string): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  const message = `${cause} ${error instanceof Error ? error.message : ''}`
  return message.includes('UNIQUE constraint failed') && message.includes(`: ${table}.`)
}

/** A keyset position, opaque to clients. Answers undefined for anything that is not one. */
export const cursorOf = (...position: (string | number | null)[]): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(position))))

export function positionOf(cursor: string | undefined): (string | number | null)[] | undefined {
  if (!cursor) return undefined
  try {
    const position: unknown = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(atob(cursor), (char) => char.charCodeAt(0))),
    )
    return Array.isArray(position) ? position : undefined
  } catch {
    return undefined
  }
}

/** A page of `limit` from rows that were read with `limit + 1`. */
export function pageFrom<T>(rows: T[], limit: number, positionIn: (last: T) => (string | number | null)[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next_cursor: rows.length > limit && last ? cursorOf(...positionIn(last)) : null }
}
