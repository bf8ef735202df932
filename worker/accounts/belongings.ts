import { eq, getTableColumns, or, type InferInsertModel, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn, AnySQLiteTable } from 'drizzle-orm/sqlite-core'

/** Whose: the account as it was when the work began, for its address is needed after it is gone. */
export interface Person {
  id: string
  email: string
  email_key: string
}

type Column<T extends AnySQLiteTable> = keyof T['_']['columns'] & string
type Values<T extends AnySQLiteTable> = { [C in keyof InferInsertModel<T>]?: InferInsertModel<T>[C] | SQL }

/**
 * What the export gives of a table: every column but some, only some (where the row is somebody else's too), or nothing,
 * and why. `also` are columns that are mine in some rows alone.
 */
type Taken<C extends string = string> =
  | { but: C[] }
  | { only: C[]; also?: (person: Person) => Record<string, SQL> }
  | { nothing: string }

/**
 * What an erasure leaves: no row, rows whose columns hold nothing but what is kept or set, rows with some columns set, or
 * the rows as they are, and why.
 */
type Left<C extends string = string, V = object> =
  | 'nothing'
  | { keeps: C[]; sets?: (at: Date) => V }
  | { sets: (at: Date) => V }
  | { everything: string }

export interface Belonging {
  table: AnySQLiteTable
  /** The rows that are a person's. */
  mine: (person: Person) => SQL
  /** Rows of other people that are about this one alone: they leave as well. */
  traces?: (person: Person) => SQL
  taken: Taken
  left: Left
}

/** One table that knows people: which rows are theirs, what an export gives, what an erasure leaves. */
export const belonging = <T extends AnySQLiteTable>(
  table: T,
  own: Pick<Belonging, 'mine' | 'traces'> & { taken: Taken<Column<T>>; left: Left<Column<T>, Values<T>> },
): Belonging => ({ table, ...own }) as Belonging

/** Everything that is not kept or set becomes null, or what a new row would have: a new column is erased unless named. */
export function blankOf(table: AnySQLiteTable, keeps: string[], sets: object): Record<string, unknown> {
  const rest = Object.entries(getTableColumns(table)).filter(([name]) => !keeps.includes(name) && !(name in sets))
  const blanks = rest.map(([name, column]) => {
    if (column.notNull && column.default === undefined) throw new Error(`${name} can be neither kept nor emptied`)
    return [name, column.notNull ? column.default : null]
  })
  return { ...Object.fromEntries(blanks), ...sets }
}

/** Rows that name the person in one of these columns. */
export const by =
  (...columns: AnySQLiteColumn[]) =>
  ({ id }: Person): SQL =>
    or(...columns.map((column) => eq(column, id))) as SQL
