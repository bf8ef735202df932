import { and, eq, gte, sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { accounts } from './accounts.schema'
import { setEmail, undoIs } from './emails.data'
import type { email_undos } from './emails.schema'
import { identities } from './google.schema'
import { endProofs } from './proofs.data'
import { endSessions } from './sessions.data'
import { recovery_codes } from './totp.schema'

/**
 * The address returns to who held it before, and everything that somebody else could still get in with ends: password,
 * sessions, Google, mailed links, and a second factor that was turned on since. One from before stays. Answers the row
 * first; the undo itself is to be ended last.
 */
export function takeBack(db: Database, undo: typeof email_undos.$inferSelect, now: Date) {
  const { account_id, changed_at } = undo
  const is = undoIs(undo)
  const statements: Statement[] = [
    setEmail(db, undo, now, is),
    db
      .update(accounts)
      .set({ password_hash: null, password_changed_at: now })
      .where(and(eq(accounts.id, account_id), is)),
    db
      .update(accounts)
      .set({ totp_secret: null, totp_pending: null, totp_enabled_at: null })
      .where(and(eq(accounts.id, account_id), gte(accounts.totp_enabled_at, changed_at), is)),
    db
      .delete(recovery_codes)
      .where(
        and(
          eq(recovery_codes.account_id, account_id),
          sql`not exists (select 1 from accounts where id = ${account_id} and totp_enabled_at is not null)`,
        ),
      ),
    db.delete(identities).where(and(eq(identities.account_id, account_id), is)),
    endSessions(db, account_id, { when: is }),
    ...endProofs(db, account_id, is),
  ]
  return statements
}
