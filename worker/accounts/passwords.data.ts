import { and, eq, gt, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { accounts } from './accounts.schema'
import { password_resets } from './passwords.schema'

export const passwordOf = (db: Database, account_id: SQL<string> | string) =>
  db.select({ password_hash: accounts.password_hash }).from(accounts).where(eq(accounts.id, account_id))

/** Holds as long as nobody has chosen another one: what was proven by a password ends with it. */
export const passwordIs = (account_id: string, password_hash: string | null): SQL =>
  sql`exists (select 1 from accounts where id = ${account_id} and password_hash is ${password_hash})`

/** The same password under today's parameters. */
export const improveHash = (db: Database, account_id: string, from: string, password_hash: string): Statement =>
  db
    .update(accounts)
    .set({ password_hash })
    .where(and(eq(accounts.id, account_id), eq(accounts.password_hash, from)))

/** Salted anew each time, so that `passwordIs` tells the statements after it whether this one did it. */
export const setPassword = (db: Database, account_id: string, password_hash: string, now: Date, when: SQL) =>
  db
    .update(accounts)
    .set({ password_hash, password_changed_at: now })
    .where(and(eq(accounts.id, account_id), when))
    .returning({ id: accounts.id })

export const accountByEmail = (db: Database, email_key: string) =>
  db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.email_key, email_key), isNull(accounts.erased_at)))

/** Nobody has the empty id: what is guarded by this costs the same for an unknown address. */
export const isKnown = (account_id: string, when: SQL): SQL =>
  sql`(exists (select 1 from accounts where id = ${account_id}) and ${when})`

/** Whom a link that sets a password is mailed to. */
export const accountToReset = (db: Database, account_id: string) =>
  db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, account_id), isNull(accounts.erased_at)))

export const keepReset = (db: Database, reset: typeof password_resets.$inferInsert, now: Date): Statement[] => [
  db
    .delete(password_resets)
    .where(and(eq(password_resets.account_id, reset.account_id), lte(password_resets.expires_at, now))),
  db.insert(password_resets).values(reset),
]

/** The open links of an account, for the address it has now. */
export const resetsOf = (db: Database, account_id: string, now: Date) =>
  db
    .select({ token_hash: password_resets.token_hash })
    .from(password_resets)
    .innerJoin(
      accounts,
      and(eq(accounts.id, password_resets.account_id), eq(accounts.email_key, password_resets.email_key)),
    )
    .where(and(eq(password_resets.account_id, account_id), gt(password_resets.expires_at, now)))

/** Holds until the link is used, dies or the address is another one. */
export const resetIs = (account_id: string, token_hash: string, now: Date): SQL =>
  sql`exists (select 1 from password_resets r where r.token_hash = ${token_hash} and r.account_id = ${account_id}
    and r.expires_at > ${now.getTime()}
    and r.email_key = (select a.email_key from accounts a where a.id = r.account_id))`

/** Who opened a link that was mailed to an address holds that address. */
export const proveAddress = (db: Database, account_id: string, now: Date, when: SQL): Statement =>
  db
    .update(accounts)
    .set({ email_verified_at: now })
    .where(and(eq(accounts.id, account_id), isNull(accounts.email_verified_at), when))
