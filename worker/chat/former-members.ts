/** One of a person's own messages, as an export gives it. */
export interface Written {
  seq: number
  content: string
  reply_to: number | null
  sent_at: string
}

/** So many fit into one answer of an object, however long they are. */
export const WRITTEN_AT_ONCE = 200

export const writtenBy = (sql: SqlStorage, account_id: string, after_seq: number): Written[] =>
  sql
    .exec<{ seq: number; content: string; reply_to: number | null; sent_at: number }>(
      'select seq, content, reply_to, sent_at from messages where sender_id = ? and seq > ? order by seq limit ?',
      account_id,
      after_seq,
      WRITTEN_AT_ONCE,
    )
    .toArray()
    .map((row) => ({ ...row, sent_at: new Date(row.sent_at).toISOString() }))

/** Takes a person's name out, and these words, such as an address, out of what anybody wrote here. */
export function forgetMember(sql: SqlStorage, account_id: string, former: string, words: string[]): void {
  sql.exec('update members set name = ? where account_id = ?', former, account_id)
  for (const word of words) {
    sql.exec('update messages set content = replace(content, ?1, ?2) where instr(content, ?1) > 0', word, '…')
  }
}
