import type { Message, MessageChanges } from '../contract/chat'
import { CHANGES_AT_ONCE, EDIT_HOURS, REACTIONS_MOST } from '../contract/chat.constants'
import type { ErrorCode } from '../contract/errors'
import type { MessageLog } from './message-log'

/** `changed` is false where it was so already. */
export type Changed = { message: Message; changed: boolean } | { refused: ErrorCode }

const HOUR = 3_600_000

/** What happens to a message after it was said. Each change takes the next `rev` of the conversation. */
export class ChangeLog {
  constructor(
    private readonly sql: SqlStorage,
    private readonly log: MessageLog,
  ) {}

  rev(): number {
    return this.sql.exec<{ rev: number }>('select coalesce(max(rev), 0) as rev from messages where rev > 0').one().rev
  }

  edit(author: string, seq: number, content: string, at: Date): Changed {
    const found = this.ownAt(author, seq, at)
    if ('refused' in found) return found
    if (found.deleted_at !== null) return { refused: 'state_conflict' }
    if (found.content === content) return { message: found, changed: false }
    this.keep(found, at)
    return this.touch(seq, 'content = ?, edited_at = ?', content, at.getTime())
  }

  /** Leaves a tombstone: the place in the order, without words, files and reactions. */
  remove(author: string, seq: number, at: Date): Changed {
    const found = this.ownAt(author, seq, at)
    if ('refused' in found) return found
    if (found.deleted_at !== null) return { message: found, changed: false }
    this.keep(found, at)
    this.sql.exec('delete from reactions where seq = ?', seq)
    return this.touch(seq, "content = '', deleted_at = ?", at.getTime())
  }

  /** One of each emoji for a person. */
  react(account_id: string, seq: number, { emoji, on }: { emoji: string; on: boolean }, at: Date): Changed {
    const found = this.log.at(seq)
    if (!found) return { refused: 'not_found' }
    if (found.deleted_at !== null || found.kind === 'system') return { refused: 'state_conflict' }
    const same = found.reactions.find((reaction) => reaction.emoji === emoji)
    if ((same?.account_ids.includes(account_id) ?? false) === on) return { message: found, changed: false }
    if (on && !same && found.reactions.length >= REACTIONS_MOST) return { refused: 'limit_reached' }
    if (on) this.sql.exec('insert into reactions values (?, ?, ?, ?)', seq, emoji, account_id, at.getTime())
    else this.sql.exec('delete from reactions where seq = ? and emoji = ? and account_id = ?', seq, emoji, account_id)
    return this.touch(seq, 'seq = seq')
  }

  /** Messages that changed after a rev, in the order of their last changes; up to a seq, where it is given. */
  since(rev: number, up_to = Number.MAX_SAFE_INTEGER): MessageChanges {
    const found = this.log.read(
      'where rev > ? and rev > 0 and seq <= ? order by rev limit ?',
      rev,
      up_to,
      CHANGES_AT_ONCE + 1,
    )
    const items = found.slice(0, CHANGES_AT_ONCE)
    const more = found.length > items.length
    return { items, more, rev: more ? items.at(-1)!.rev : Math.max(rev, this.rev()) }
  }

  /** What messages of a stretch said before they were changed, for moderators. */
  earlier(from_seq: number, to_seq: number): { seq: number; content: string; changed_at: string }[] {
    return this.sql
      .exec<{ seq: number; content: string; changed_at: number }>(
        'select seq, content, changed_at from edits where seq between ? and ? order by seq, id',
        from_seq,
        to_seq,
      )
      .toArray()
      .map((row) => ({ ...row, changed_at: new Date(row.changed_at).toISOString() }))
  }

  /** The words a message was first sent with, whatever became of it. */
  firstWords({ seq, content }: Message): string {
    const [first] = this.sql
      .exec<{ content: string }>('select content from edits where seq = ? order by id limit 1', seq)
      .toArray()
    return first?.content ?? content
  }

  /** Mine to change, and still within its time (D7). */
  private ownAt(author: string, seq: number, at: Date): Message | { refused: ErrorCode } {
    const found = this.log.at(seq)
    if (!found) return { refused: 'not_found' }
    if (found.sender_id !== author) return { refused: 'role_required' }
    const until = new Date(found.sent_at).getTime() + EDIT_HOURS * HOUR
    return at.getTime() > until ? { refused: 'state_conflict' } : found
  }

  private keep({ seq, content }: Message, at: Date): void {
    this.sql.exec('insert into edits (seq, content, changed_at) values (?, ?, ?)', seq, content, at.getTime())
  }

  private touch(seq: number, set: string, ...bindings: SqlStorageValue[]): Changed {
    this.sql.exec(`update messages set ${set}, rev = ? where seq = ?`, ...bindings, this.rev() + 1, seq)
    return { message: this.log.at(seq)!, changed: true }
  }
}
