import { sql } from 'drizzle-orm'
import { write, type Database, type Statement } from './database'
import type { Outcome, Remembered } from './idempotency'

interface Act {
  db: Database
  remember: Remembered
}

/**
 * Writes a batch whose answer depends on what it meets, and says which answer came true. Undefined where none did:
 * somebody was quicker between our two trips, nothing of an answer was kept, and the facts have to be read again.
 */
export async function writeTowards<O extends Outcome>(
  { db, remember }: Act,
  statements: Statement[],
  outcomes: O[],
): Promise<O | undefined> {
  const arms = sql.join(
    outcomes.map((outcome, i) => sql`when ${outcome.when ?? sql`true`} then ${sql.raw(String(i))}`),
    sql` `,
  )
  const which = db.all<{ chosen: number | null }>(sql`select case ${arms} end as chosen`)
  try {
    const results = await write(db, [...statements, which, ...remember(...outcomes)])
    const [row] = results[statements.length] as { chosen: number | null }[]
    return row?.chosen == null ? undefined : outcomes[row.chosen]
  } catch (error) {
    if (hadNoOutcome(error)) return undefined
    throw error
  }
}

/** The answer to a key must have a status, so the whole batch was undone. */
function hadNoOutcome(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  return `${cause} ${error instanceof Error ? error.message : ''}`.includes(
    'NOT NULL constraint failed: idempotency.status',
  )
}
