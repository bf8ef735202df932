import { and, eq, isNull, lte } from 'drizzle-orm'
import { accounts, email_verifications } from './accounts.schema'
import type { Database, Statement } from '../lib/database'

/** Undefined where there is nothing to prove any more. */
export const accountToVerify = (db: Database, account_id: string) =>
  db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, account_id), isNull(accounts.email_verified_at)))

/** Keeps the hash of a link that is about to be mailed, and forgets those that ran out. */
export const keepVerification = (
  db: Database,
  proof: typeof email_verifications.$inferInsert,
  now: Date,
): Statement[] => [
  db
    .delete(email_verifications)
    .where(and(eq(email_verifications.account_id, proof.account_id), lte(email_verifications.expires_at, now))),
  db.insert(email_verifications).values(proof),
]
