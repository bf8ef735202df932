import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { emailKey } from '../accounts/emails.rules'
import { preferences } from '../accounts/preferences.schema'
import { shape, type Database } from '../lib/database'
import { mail_suspensions } from '../notifications/notifications.schema'

/** A person and what they turned off; nobody where the account is erased. */
export const choicesOfLiving = (db: Database, account_id: string) =>
  db
    .select(shape({ id: accounts.id, mail_off: preferences.mail_off }))
    .from(accounts)
    .leftJoin(preferences, eq(preferences.account_id, accounts.id))
    .where(and(eq(accounts.id, account_id), isNull(accounts.erased_at)))

/** 1 where the address of the account, as it is now, refused mail after it was last proven. */
export const isSuspended = () =>
  sql<number>`exists (select 1 from mail_suspensions where mail_suspensions.account_id = accounts.id
    and mail_suspensions.address = accounts.email and mail_suspensions.at >= coalesce(accounts.email_verified_at, 0))`

/** A row where an address, of an account now or until lately, takes nothing. */
export const refusalOf = (db: Database, address: string) =>
  db
    .select({ at: mail_suspensions.at })
    .from(mail_suspensions)
    .innerJoin(accounts, eq(accounts.id, mail_suspensions.account_id))
    .where(
      and(
        eq(mail_suspensions.address, address),
        sql`(accounts.email is not ${address} or mail_suspensions.at >= coalesce(accounts.email_verified_at, 0))`,
      ),
    )
    .limit(1)

/** A row where mails to the person came back and none goes there for now. */
export const suspendedNow = (db: Database, account_id: SQL | string) =>
  db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, account_id), isSuspended()))

export const accountAt = (db: Database, address: string) =>
  db
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(eq(accounts.email_key, emailKey(address)))
