import { sql } from 'drizzle-orm'
import type { NewFile } from '../files/files.data'
import type { Database, Statement } from '../lib/database'

/** Whichever row has this content: a file that was brought before is brought again. */
export const brought = (
  db: Database,
  { owner_account_id, hash, created_at }: NewFile,
  conversation_id: string,
): Statement =>
  db.run(sql`insert into message_files (file_id, conversation_id, account_id, created_at)
    select id, ${conversation_id}, ${owner_account_id}, ${created_at.getTime()} from files
    where owner_account_id = ${owner_account_id} and kind = 'chat' and hash = ${hash} and removed_at is null
    on conflict do nothing`)
