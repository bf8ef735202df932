import { desc, eq, sql } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { nullable, positionOf, shape, type Database } from '../lib/database'
import { message_reports } from './chat.schema'

/** One of a person and message; the second statement answers the one that stands. */
export const keepReport = (db: Database, report: typeof message_reports.$inferInsert) => [
  db.insert(message_reports).values(report).onConflictDoNothing().returning({ id: message_reports.id }),
  db
    .select({ id: message_reports.id, reported_at: message_reports.reported_at })
    .from(message_reports)
    .where(
      sql`conversation_id = ${report.conversation_id} and seq = ${report.seq}
        and reporter_account_id = ${report.reporter_account_id}`,
    ),
]

/** The latest first, one more than the limit. */
export function messageReports(db: Database, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const [time, id] = positionOf(cursor) ?? []
  return db
    .select(
      shape({
        id: message_reports.id,
        conversation_id: message_reports.conversation_id,
        seq: message_reports.seq,
        reason: message_reports.reason,
        text: nullable(message_reports.text),
        window: message_reports.window,
        reported_at: message_reports.reported_at,
        reporter_account_id: message_reports.reporter_account_id,
        reporter_name: accounts.name,
      }),
    )
    .from(message_reports)
    .innerJoin(accounts, eq(accounts.id, message_reports.reporter_account_id))
    .where(
      typeof time === 'number' && typeof id === 'string'
        ? sql`(${message_reports.reported_at}, ${message_reports.id}) < (${time}, ${id})`
        : undefined,
    )
    .orderBy(desc(message_reports.reported_at), desc(message_reports.id))
    .limit(limit + 1)
}
