import { sql, type SQL } from 'drizzle-orm'

/** 1 where a ticket shows it. */
export const isInTicket = (file_id: SQL): SQL<boolean> =>
  sql<boolean>`exists (select 1 from support_files where support_files.file_id = ${file_id})`.mapWith(Boolean)
