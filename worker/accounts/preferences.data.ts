import { eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import type { Choices } from './preferences.rules'
import { preferences } from './preferences.schema'

export const choicesOf = (db: Database, account_id: SQL | string) =>
  db.select().from(preferences).where(eq(preferences.account_id, account_id))

/** Touches the named columns alone, so that two changes at once both hold. */
export const choose = (db: Database, account_id: string, change: Partial<Choices>): Statement =>
  db
    .insert(preferences)
    .values({ ...change, account_id })
    .onConflictDoUpdate({ target: preferences.account_id, set: change })

/** 1 where the person turned the mails of this kind off. */
export const mailIsOff = (account_id: SQLWrapper, kind: SQLWrapper) =>
  sql<number>`exists (select 1 from preferences, json_each(preferences.mail_off)
    where preferences.account_id = ${account_id} and value = ${kind})`

/** 1 where the person turned this kind off in the product. */
export const inAppIsOff = (account_id: SQLWrapper | string, kind: string) =>
  sql<number>`exists (select 1 from preferences, json_each(preferences.in_app_off)
    where preferences.account_id = ${account_id} and value = ${kind})`

/** 1 where the person chose not to be seen. */
export const presenceIsHidden = (account_id: SQL | string) =>
  sql<number>`exists (select 1 from preferences where preferences.account_id = ${account_id} and presence_hidden)`
