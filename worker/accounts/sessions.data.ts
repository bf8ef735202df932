import { and, desc, eq, gt, ne, sql, type SQL } from 'drizzle-orm'
import { positionOf, type Database, type Statement } from '../lib/database'
import { sessionOf } from './accounts.data'
import { sessionEnd } from './accounts.rules'
import { sessions, socket_tickets } from './accounts.schema'

export interface NewSession {
  id: string
  token_hash: string
  account_id: string
  device: string
  /** It has shown a second factor. */
  second_factor: boolean
  now: Date
}

/** Opens where `when` still holds inside the batch. */
export const openSession = (db: Database, { now, ...session }: NewSession, when: SQL = sql`true`): Statement =>
  db.run(sql`insert into sessions (id, token_hash, account_id, device, created_at, seen_at, expires_at, second_factor_at)
    select ${session.id}, ${session.token_hash}, ${session.account_id}, ${session.device}, ${now.getTime()},
      ${now.getTime()}, ${sessionEnd(now).getTime()}, ${session.second_factor ? now.getTime() : null} where ${when}`)

/** The account of a session that this batch has just opened; nothing where it did not open. */
export const accountOfSession = (db: Database, session_id: string) => sessionOf(db, eq(sessions.id, session_id))

export const endSession = (db: Database, account_id: string, session_id: string) =>
  db
    .delete(sessions)
    .where(and(eq(sessions.id, session_id), eq(sessions.account_id, account_id)))
    .returning({ id: sessions.id })

/** Of an account, where `when` holds inside the batch; one may stay. */
export const endSessions = (
  db: Database,
  account_id: string,
  { but, when }: { but?: string; when?: SQL } = {},
): Statement =>
  db
    .delete(sessions)
    .where(and(eq(sessions.account_id, account_id), but === undefined ? undefined : ne(sessions.id, but), when))

/** What I am signed in on, last used first, one more than the limit. */
export function sessionsOf(
  db: Database,
  me: SQL<string>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  now: Date,
) {
  const [seen, id] = positionOf(cursor) ?? []
  return db
    .select({
      id: sessions.id,
      device: sessions.device,
      created_at: sessions.created_at,
      seen_at: sessions.seen_at,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.account_id, me),
        gt(sessions.expires_at, now),
        typeof seen === 'number' && typeof id === 'string'
          ? sql`(${sessions.seen_at}, ${sessions.id}) < (${seen}, ${id})`
          : undefined,
      ),
    )
    .orderBy(desc(sessions.seen_at), desc(sessions.id))
    .limit(limit + 1)
}

export const issueTicket = (
  db: Database,
  ticket: { ticket_hash: string; session_id: string; expires_at: Date },
): Statement => db.insert(socket_tickets).values(ticket)

/** The session of a one-use ticket: read and spent in one batch, so a second use finds nothing. */
export const spendTicket = (db: Database, ticket_hash: string, now: Date) => ({
  session: sessionOf(
    db,
    sql`${sessions.expires_at} > ${now.getTime()} and ${sessions.id} = (select session_id from socket_tickets
      where ticket_hash = ${ticket_hash} and expires_at > ${now.getTime()})`,
  ),
  spent: db.delete(socket_tickets).where(eq(socket_tickets.ticket_hash, ticket_hash)),
})

/** Ends what ran out; answers whose. */
export const overdueSessions = (db: Database, now: Date) =>
  db.all<{ account_id: string }>(sql`delete from sessions where id in (
    select id from sessions where expires_at <= ${now.getTime()} limit 500) returning account_id`)
