import type { Attachment, Message, SessionNews } from '../contract/chat'
import { UNANSWERED_MOST } from '../contract/chat.constants'
import type { Place } from './chat.rules'
import { MESSAGE_COLUMNS, messageFrom, SYSTEM, type MessageRow } from './message-rows'

type Role = 'student' | 'mentor'
/**
 * `registered_read_seq` is the marker D1 knows, `noticed_seq` the last message the person was told of, `run_seq` the
 * first message of the unread run that has a notification.
 */
export type MemberRow = {
  account_id: string
  role: Role
  name: string
  read_seq: number
  registered_read_seq: number
  noticed_seq: number
  run_seq: number | null
}
export interface NewEntry {
  id: string
  client_id: string
  sender_id: string
  content: string
  reply_to: number | null
  sent_at: number
  attachments?: Attachment[]
  system?: SessionNews
}
export interface Range {
  before_seq?: number | undefined
  after_seq?: number | undefined
  limit: number
}
export interface Page {
  items: Message[]
  /** Whether there are further ones in the direction that was asked. */
  more: boolean
}

/** Which conversation this is, and how far D1 and the inboxes know of it. */
type Outline = { conversation_id: string; registered_seq: number; answered_seq: number }

/** What a message needs to know of its conversation, so that saying one is a single statement. */
interface Known {
  conversation_id: string
  roles: Map<string, Role>
  last_seq: number
  mentor_wrote: boolean
  /** Texts of anybody, as far as it matters: a long conversation is not counted through (D9). */
  texts: number
}

/** The messages of one conversation in the object's own SQLite: rows are never removed, so `seq` stays dense. */
export class MessageLog {
  /** Only this object writes here, so what was read once stays true until it writes itself. */
  private known: Known | undefined

  constructor(private readonly sql: SqlStorage) {}

  /** Remembers who talks here; names may have changed since. */
  meet({ conversation_id, members }: Place): void {
    this.known = undefined
    this.sql.exec('insert or ignore into outline (id, conversation_id) values (1, ?)', conversation_id)
    for (const { account_id, role, name } of members) {
      this.sql.exec(
        `insert into members (account_id, role, name) values (?1, ?2, ?3)
         on conflict (account_id) do update set name = ?3 where name <> ?3`,
        account_id,
        role,
        name,
      )
    }
  }

  members(): MemberRow[] {
    return this.sql.exec<MemberRow>('select * from members order by role, account_id').toArray()
  }

  outline(): Outline {
    return this.sql.exec<Outline>('select conversation_id, registered_seq, answered_seq from outline').one()
  }

  lastSeq(): number {
    return this.facts().last_seq
  }

  /** Texts that were said here, by anybody; at least `UNANSWERED_MOST` where there are more. */
  texts(): number {
    return this.facts().texts
  }

  at(seq: number): Message | undefined {
    return this.read('where seq = ?', seq)[0]
  }

  bySender(sender_id: string, client_id: string): Message | undefined {
    return this.read('where sender_id = ? and client_id = ?', sender_id, client_id)[0]
  }

  last(sender_id?: string): Message | undefined {
    const [where, bindings] = sender_id === undefined ? ['', []] : ['where sender_id = ?', [sender_id]]
    return this.read(`${where} order by seq desc limit 1`, ...bindings)[0]
  }

  /** The next message; its place in the order is decided here. Undefined where the sender used this client_id before. */
  append({ attachments = [], system, ...entry }: NewEntry): Message | undefined {
    const known = this.facts()
    const { id, client_id, sender_id, content, reply_to, sent_at } = entry
    const kind = system ? 'system' : 'text'
    const files = JSON.stringify(attachments)
    const news = system ? JSON.stringify(system) : null
    const [made] = this.sql
      .exec<{ seq: number }>(
        `insert into messages (id, client_id, sender_id, content, reply_to, sent_at, kind, attachments, system)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sender_id, client_id) do nothing returning seq`,
        id,
        client_id,
        sender_id,
        content,
        reply_to,
        sent_at,
        kind,
        files,
        news,
      )
      .toArray()
    if (!made) return undefined
    const sender_type = known.roles.get(sender_id) ?? SYSTEM
    known.last_seq = made.seq
    if (kind === 'text') known.texts++
    if (sender_type === 'mentor') known.mentor_wrote = true
    return messageFrom({
      ...entry,
      ...made,
      kind,
      attachments: files,
      system: news,
      sender_type,
      rev: 0,
      reactions: '[]',
      conversation_id: known.conversation_id,
      edited_at: null,
      deleted_at: null,
    })
  }

  /** Ascending: those after one, those before one, or else the newest. */
  page({ before_seq = Number.MAX_SAFE_INTEGER, after_seq, limit }: Range): Page {
    const found =
      after_seq === undefined
        ? this.read('where seq < ? order by seq desc limit ?', before_seq, limit + 1)
        : this.read('where seq > ? order by seq limit ?', after_seq, limit + 1)
    const items = found.slice(0, limit)
    return { items: after_seq === undefined ? items.toReversed() : items, more: found.length > limit }
  }

  /** Up to half of `limit` before a message, and the rest from it on. */
  around(seq: number, limit: number): Page {
    const before = Math.floor(limit / 2)
    const older = this.page({ before_seq: seq, limit: before }).items
    const newer = this.page({ after_seq: seq - 1, limit: limit - older.length })
    return { items: [...older, ...newer.items], more: newer.more }
  }

  roleOf(account_id: string): Role {
    return this.facts().roles.get(account_id)!
  }

  mentorWrote(): boolean {
    return this.facts().mentor_wrote
  }

  read(rest: string, ...bindings: SqlStorageValue[]): Message[] {
    return this.sql
      .exec<MessageRow>(`select ${MESSAGE_COLUMNS} from messages ${rest}`, ...bindings)
      .toArray()
      .map(messageFrom)
  }

  private facts(): Known {
    return (this.known ??= {
      // Before anybody came in, there is a log without a name.
      conversation_id:
        this.sql.exec<{ id: string }>('select conversation_id as id from outline').toArray()[0]?.id ?? '',
      roles: new Map(this.members().map(({ account_id, role }) => [account_id, role])),
      ...this.sql
        .exec<{ last_seq: number; texts: number }>(
          `select (select coalesce(max(seq), 0) from messages) as last_seq,
             (select count(*) from (select 1 from messages where kind = 'text' limit ?)) as texts`,
          UNANSWERED_MOST,
        )
        .one(),
      mentor_wrote:
        this.sql
          .exec(
            "select 1 from messages where sender_id in (select account_id from members where role = 'mentor') limit 1",
          )
          .toArray().length > 0,
    })
  }
}
