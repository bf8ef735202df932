import { and, eq, lte, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { email_verifications, socket_tickets } from './accounts.schema'
import { email_changes, email_undos } from './emails.schema'
import { google_links } from './google.schema'
import { password_resets } from './passwords.schema'
import { login_tickets } from './totp.schema'

/**
 * Everything that was mailed or begun for an account dies, so that who was thrown out has nothing left to come back
 * with. The right to take a change of address back stays. `when` must not look at these tables.
 */
export const endProofs = (db: Database, account_id: string, when: SQL): Statement[] =>
  [password_resets, email_verifications, email_changes, google_links, login_tickets].map((table) =>
    db.delete(table).where(and(eq(table.account_id, account_id), when)),
  )

const DAY = 86_400_000

/** What ran out. Sign-ins stay for a day, because guesses of the second factor are counted over it. */
export const forgetProofs = (db: Database, now: Date): Statement[] => [
  ...[socket_tickets, email_verifications, password_resets, email_changes, email_undos].map((table) =>
    db.delete(table).where(lte(table.expires_at, now)),
  ),
  db.delete(login_tickets).where(lte(login_tickets.created_at, new Date(now.getTime() - DAY))),
]
