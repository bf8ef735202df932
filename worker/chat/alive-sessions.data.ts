import { and, eq, gt, isNull } from 'drizzle-orm'
import { accounts, sessions } from '../accounts/accounts.schema'
import type { Database } from '../lib/database'

/** Sessions that may keep their sockets; a suspended account has none. */
export const aliveSessions = (db: Database, account_id: string, now: Date) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account_id))
    .where(and(eq(sessions.account_id, account_id), gt(sessions.expires_at, now), isNull(accounts.suspended_at)))
