import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { accounts } from './accounts.schema'

/** The address of the picture that stands beside a name; `when` guards it inside the batch. */
export const showPicture = (db: Database, account_id: string, picture_url: string | null, when?: SQL): Statement =>
  db
    .update(accounts)
    .set({ picture_url })
    .where(and(eq(accounts.id, account_id), when ?? sql`true`))
