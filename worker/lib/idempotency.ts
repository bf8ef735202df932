import { and, eq, gt, lte, sql, type SQL } from 'drizzle-orm'
import { read, type Database, type Statement } from './database'
import { fail } from './failure'
import { idempotency } from './spine.schema'

/** An answer as it will be replayed; the first whose `when` holds inside the batch is the one. */
export interface Outcome {
  when?: SQL
  status: number
  body: unknown
}
/** Statements that write the answer down beside its effect; none where the caller gave no key. */
export type Remembered = (...outcomes: Outcome[]) => Statement[]

export interface Once {
  account_id: string
  /** Method and path as called. */
  route: string
  key: string
  body_hash: string
}
type Row = typeof idempotency.$inferSelect

const DAY = 86_400_000
const KEY = /^[\x21-\x7e]{1,255}$/
export const isKey = (key: string): boolean => KEY.test(key)

export const earlierAnswer = (db: Database, account_id: SQL | string, once: Pick<Once, 'route' | 'key'>, now: Date) =>
  db
    .select()
    .from(idempotency)
    .where(
      and(
        eq(idempotency.account_id, account_id),
        eq(idempotency.route, once.route),
        eq(idempotency.key, once.key),
        gt(idempotency.created_at, new Date(now.getTime() - DAY)),
      ),
    )

/** The answer given before, to the same body. */
export function replayOf(row: Row, body_hash: string): Response {
  if (row.body_hash !== body_hash) fail('idempotency_key_reused')
  const type = row.status < 400 ? 'application/json' : 'application/problem+json'
  return new Response(row.body, {
    status: row.status,
    headers: { 'content-type': type, 'idempotency-replayed': 'true' },
  })
}

export function remembering(db: Database, once: Once | undefined, now: Date): Remembered {
  if (!once) return () => []
  return (...outcomes) => [
    db
      .delete(idempotency)
      .where(
        and(
          eq(idempotency.account_id, once.account_id),
          eq(idempotency.route, once.route),
          eq(idempotency.key, once.key),
          lte(idempotency.created_at, new Date(now.getTime() - DAY)),
        ),
      ),
    db.run(sql`insert into idempotency (account_id, route, key, body_hash, status, body, created_at)
      values (${once.account_id}, ${once.route}, ${once.key}, ${once.body_hash},
        ${chosen(outcomes, (outcome) => outcome.status)},
        ${chosen(outcomes, (outcome) => JSON.stringify(outcome.body))}, ${now.getTime()})`),
  ]
}

function chosen(outcomes: Outcome[], pick: (outcome: Outcome) => string | number): SQL {
  const arms = outcomes.map((outcome) => sql`when ${outcome.when ?? sql`true`} then ${pick(outcome)}`)
  return sql`case ${sql.join(arms, sql` `)} end`
}

/** After a clash of keys: somebody's identical request was quicker, and its answer is ours. */
export async function replayAfterClash(db: Database, once: Once, now: Date): Promise<Response> {
  const [row] = await read(db, earlierAnswer(db, once.account_id, once, now))
  return row ? replayOf(row, once.body_hash) : fail('state_conflict')
}
