import { sql, type SQL } from 'drizzle-orm'
import { UNSENT_HOURS } from '../contract/chat.constants'
import type { NewFile } from '../files/files.data'
import type { Database, Statement } from '../lib/database'
import type { BroughtFile, FileState } from './brought-files'
import { message_files } from './chat.schema'

/** Whichever row has this content: a file that was brought before is brought again, as new where no message shows it. */
export const brought = (
  db: Database,
  { owner_account_id, hash, created_at }: NewFile,
  conversation_id: string,
): Statement =>
  db.run(sql`insert into message_files (file_id, conversation_id, account_id, created_at)
    select id, ${conversation_id}, ${owner_account_id}, ${created_at.getTime()} from files
    where owner_account_id = ${owner_account_id} and kind = 'chat' and hash = ${hash} and removed_at is null
    on conflict do update set created_at = excluded.created_at, sent_at = null, taken_back_at = null
    where sent_at is null or taken_back_at is not null`)

/** What the conversation says of its files; told again, it is the same. */
export function tellFiles(db: Database, conversation_id: string, files: BroughtFile[], at: Date): Statement[] {
  const time = at.getTime()
  const sets: Record<FileState, SQL> = {
    brought: sql`sent_at = null, taken_back_at = null`,
    sent: sql`sent_at = coalesce(sent_at, ${time}), taken_back_at = null`,
    taken_back: sql`sent_at = coalesce(sent_at, ${time}), taken_back_at = coalesce(taken_back_at, ${time})`,
  }
  return Object.entries(sets).flatMap(([state, set]) => {
    const ids = files.filter((file) => file.state === state).map(({ file_id }) => file_id)
    if (ids.length === 0) return []
    return db.run(sql`update message_files set ${set}
      where conversation_id = ${conversation_id} and file_id in (select value from json_each(${JSON.stringify(ids)}))`)
  })
}

/** The conversation takes nothing after its hours; what it took just before has been told by then. */
const TOLD_MS = 600_000

/** 1 where moderators look at it. */
export const isReported = (file_id: SQL): SQL<boolean> =>
  sql<boolean>`exists (select 1 from message_files as told_of
    join message_reports on message_reports.conversation_id = told_of.conversation_id
    where told_of.file_id = ${file_id} and instr(message_reports.window, told_of.file_id) > 0)`.mapWith(Boolean)

/** Files that were not sent in time, and those of deleted messages that nobody reported, go to the sweep. */
export function letGoOfFiles(db: Database, now: Date): Statement[] {
  const late = now.getTime() - UNSENT_HOURS * 3_600_000 - TOLD_MS
  const gone = sql`select file_id, conversation_id from message_files where sent_at is null and created_at <= ${late}
    union select file_id, conversation_id from message_files
    where taken_back_at is not null and not ${isReported(sql`message_files.file_id`)}`
  return [
    db.run(sql`with gone as (${gone}) update files set removed_at = ${now.getTime()}
      where id in (select file_id from gone) and kind = 'chat' and removed_at is null and not exists (
        select 1 from message_files where file_id = files.id and (file_id, conversation_id) not in (select * from gone))`),
    db
      .delete(message_files)
      .where(sql`(file_id, conversation_id) in (${gone})`)
      .returning({ file_id: message_files.file_id }),
  ]
}
