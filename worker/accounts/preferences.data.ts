import { eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import type { Choices } from './preferences.rules'
import { preferences } from './preferences.schema'

export const choicesOf = (db: Database, account_id: SQL | string) =>
  db.select().from(preferences).where(eq(preferences.account_id, account_id))

/** Kinds that were turned on or off, by channel; those that are not named stay as they are. */
export interface Turns {
  mail?: Record<string, boolean> | undefined
  in_app?: Record<string, boolean> | undefined
}

/** What is off once these were turned, from what is off at the moment of writing: two switches at once both hold. */
const offAfter = (off: SQLWrapper, turned: Record<string, boolean>): SQL =>
  sql`(select json_group_array(value) from (
    select value from json_each(${off}) where value not in (select key from json_each(${JSON.stringify(turned)}))
    union all select key from json_each(${JSON.stringify(turned)}) where not value))`

/** Touches the named columns and kinds alone, so that two changes at once both hold. */
export const choose = (
  db: Database,
  account_id: string,
  change: Partial<Choices>,
  { mail, in_app }: Turns = {},
): Statement =>
  db
    .insert(preferences)
    .values({ ...change, account_id })
    .onConflictDoUpdate({
      target: preferences.account_id,
      set: {
        ...change,
        ...(mail && { mail_off: offAfter(preferences.mail_off, mail) }),
        ...(in_app && { in_app_off: offAfter(preferences.in_app_off, in_app) }),
      },
    })

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
