import { UNSENT_HOURS } from '../contract/chat.constants'
import type { Attachment } from '../contract/chat'

/** `brought` by its owner, `sent` with a message that stands, `taken_back` with the last one that showed it. */
export type FileState = 'brought' | 'sent' | 'taken_back'
export type BroughtFile = { file_id: string; state: FileState }

const UNSENT_MS = UNSENT_HOURS * 3_600_000

/** The files of a conversation: until a message shows one, it is its owner's alone. */
export class BroughtFiles {
  constructor(private readonly sql: SqlStorage) {}

  /** Brought again, it is as new where no message shows it. */
  bring(owner_id: string, attachment: Attachment, at: Date): void {
    this.sql.exec(
      `insert into files (file_id, owner_id, attachment, brought_at) values (?, ?, ?, ?)
       on conflict (file_id) do update set attachment = excluded.attachment, brought_at = excluded.brought_at,
         state = iif(state = 'sent', 'sent', 'brought')`,
      attachment.file_id,
      owner_id,
      JSON.stringify(attachment),
      at.getTime(),
    )
  }

  /** Of these, in their order, what this person may send now. */
  ofOwner(owner_id: string, ids: string[], at: Date): Attachment[] {
    if (ids.length === 0) return []
    const found = this.sql
      .exec<{ file_id: string; attachment: string }>(
        `select file_id, attachment from files where owner_id = ? and file_id in (select value from json_each(?))
           and (state = 'sent' or state = 'brought' and brought_at > ?)`,
        owner_id,
        JSON.stringify(ids),
        at.getTime() - UNSENT_MS,
      )
      .toArray()
    return ids.flatMap((id) => {
      const row = found.find(({ file_id }) => file_id === id)
      return row ? [JSON.parse(row.attachment) as Attachment] : []
    })
  }

  send(seq: number, ids: string[]): void {
    const list = JSON.stringify(ids)
    this.sql.exec('insert into shown select value, ? from json_each(?)', seq, list)
    this.sql.exec("update files set state = 'sent' where file_id in (select value from json_each(?))", list)
  }

  /** Another message may show the same file. */
  takeBack(seq: number): void {
    const ids = this.sql.exec<{ file_id: string }>('delete from shown where seq = ? returning file_id', seq).toArray()
    for (const { file_id } of ids)
      this.sql.exec(
        "update files set state = 'taken_back' where file_id = ?1 and not exists (select 1 from shown where file_id = ?1)",
        file_id,
      )
  }

  /** Whether some message shows it. */
  shows(file_id: string): boolean {
    return this.sql.exec('select 1 from shown where file_id = ? limit 1', file_id).toArray().length > 0
  }

  /** Of what D1 is still to hear. */
  untold(): BroughtFile[] {
    return this.sql.exec<BroughtFile>('select file_id, state from files where state <> registered_state').toArray()
  }

  told(files: BroughtFile[]): void {
    for (const { file_id, state } of files)
      this.sql.exec('update files set registered_state = ? where file_id = ?', state, file_id)
  }
}
