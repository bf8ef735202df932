/** One of a person's own messages, as an export gives it. */
export interface Written {
  seq: number
  content: string
  reply_to: number | null
  sent_at: string
  edited_at: string | null
  deleted_at: string | null
  /** What it said before it was changed. */
  earlier: string[]
  /** The ids of files that went with it; they are in the archive. */
  files: string[]
}
type Row = Pick<Written, 'seq' | 'content' | 'reply_to'> & {
  sent_at: number
  edited_at: number | null
  deleted_at: number | null
  earlier: string
  files: string
}
const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** So many fit into one answer of an object, however long they are. */
export const WRITTEN_AT_ONCE = 200

export const writtenBy = (sql: SqlStorage, account_id: string, after_seq: number): Written[] =>
  sql
    .exec<Row>(
      `select seq, content, reply_to, sent_at, edited_at, deleted_at,
         (select json_group_array(content) from (select content from edits where edits.seq = messages.seq order by id)) as earlier,
         (select json_group_array(value ->> 'file_id') from json_each(attachments)) as files
       from messages where +sender_id = ? and seq > ? order by seq limit ?`,
      account_id,
      after_seq,
      WRITTEN_AT_ONCE,
    )
    .toArray()
    .map((row) => ({
      ...row,
      sent_at: new Date(row.sent_at).toISOString(),
      edited_at: isoOf(row.edited_at),
      deleted_at: isoOf(row.deleted_at),
      earlier: JSON.parse(row.earlier) as string[],
      files: JSON.parse(row.files) as string[],
    }))

/** One of a person's reactions, as an export gives it. */
export interface Reacted {
  seq: number
  emoji: string
  reacted_at: string
}
export const reactionsBy = (sql: SqlStorage, account_id: string): Reacted[] =>
  sql
    .exec<{ seq: number; emoji: string; at: number }>(
      'select seq, emoji, at from reactions where account_id = ? order by seq, emoji',
      account_id,
    )
    .toArray()
    .map(({ at, ...row }) => ({ ...row, reacted_at: new Date(at).toISOString() }))

/** Takes a person's name out, and these words, such as an address, out of what anybody wrote here. */
export function forgetMember(sql: SqlStorage, account_id: string, former: string, words: string[]): void {
  sql.exec('update members set name = ? where account_id = ?', former, account_id)
  for (const word of words) {
    sql.exec('update messages set content = replace(content, ?1, ?2) where instr(content, ?1) > 0', word, '…')
    sql.exec('update edits set content = replace(content, ?1, ?2) where instr(content, ?1) > 0', word, '…')
  }
}
