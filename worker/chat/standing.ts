import type { Attachment } from '../contract/chat'

/** What the registry told this object: whether the two may reach each other, and which files were brought here. */
export class Standing {
  private blocked: boolean | undefined

  constructor(private readonly sql: SqlStorage) {}

  isBlocked(): boolean {
    return (this.blocked ??=
      this.sql.exec<{ blocked: number }>('select blocked from outline').toArray()[0]?.blocked === 1)
  }

  /** News may overtake each other; what was read last in D1 holds. */
  setBlocked(blocked: boolean, as_of: number): void {
    const told = blocked ? 1 : 0
    this.sql.exec('update outline set blocked = ?1, blocked_as_of = ?2 where blocked_as_of <= ?2', told, as_of)
    this.blocked = undefined
  }

  /** A file that its owner may send here. */
  bring(owner_id: string, attachment: Attachment): void {
    this.sql.exec(
      'insert or replace into files (file_id, owner_id, attachment) values (?, ?, ?)',
      attachment.file_id,
      owner_id,
      JSON.stringify(attachment),
    )
  }

  /** In the order that was asked; those that are not theirs, or not brought here, are missing. */
  filesOf(owner_id: string, ids: string[]): Attachment[] {
    if (ids.length === 0) return []
    const found = this.sql
      .exec<{ file_id: string; attachment: string }>(
        'select file_id, attachment from files where owner_id = ? and file_id in (select value from json_each(?))',
        owner_id,
        JSON.stringify(ids),
      )
      .toArray()
    return ids.flatMap((id) => {
      const row = found.find(({ file_id }) => file_id === id)
      return row ? [JSON.parse(row.attachment) as Attachment] : []
    })
  }
}
