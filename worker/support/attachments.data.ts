import { sql, type SQL } from 'drizzle-orm'
import { files } from '../files/files.schema'
import type { Database } from '../lib/database'

/** A file that was brought and came with no message goes after this time. */
const UNSENT_MS = 86_400_000

/** 1 where a ticket shows it. */
export const isInTicket = (file_id: SQL): SQL<boolean> =>
  sql<boolean>`exists (select 1 from support_files where support_files.file_id = ${file_id})`.mapWith(Boolean)

/** Whoever brought a file and then sent nothing keeps nothing here. */
export const letGoOfUnsent = (db: Database, now: Date) =>
  db
    .update(files)
    .set({ removed_at: now })
    .where(
      sql`kind = 'support' and removed_at is null and created_at <= ${now.getTime() - UNSENT_MS}
        and not ${isInTicket(sql`files.id`)}`,
    )
    .returning({ id: files.id })
