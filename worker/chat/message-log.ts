import type { Message } from '../contract/chat'
import { newId } from '../lib/ids'
import type { Place } from './chat.rules'

export const LOG_SCHEMA = [
  `create table messages (
     seq integer primary key, id text not null, client_id text not null, sender_id text not null, content text not null,
     reply_to integer, sent_at integer not null, unique (sender_id, client_id)) strict;
   create table members (
     account_id text primary key, role text not null, name text not null,
     read_seq integer not null default 0,
     registered_read_seq integer not null default 0,
     noticed_seq integer not null default 0,
     run_seq integer) strict;
   create table outline (id integer primary key check (id = 1), conversation_id text not null, registered_seq integer not null default 0) strict`,
]

type Role = 'student' | 'mentor'
type MessageRow = {
  seq: number
  id: string
  client_id: string
  sender_id: string
  content: string
  reply_to: number | null
  sent_at: number
}
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
export type NewEntry = Pick<MessageRow, 'id' | 'client_id' | 'sender_id' | 'content' | 'reply_to' | 'sent_at'>
export type Planted = Pick<Message, 'sender_id' | 'content' | 'sent_at'>
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

/** The messages of one conversation in the object's own SQLite: rows are never removed, so `seq` stays dense. */
export class MessageLog {
  constructor(private readonly sql: SqlStorage) {}

  /** Remembers who talks here; names may have changed since. */
  meet({ conversation_id, members }: Place): void {
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

  outline(): { conversation_id: string; registered_seq: number } {
    return this.sql
      .exec<{ conversation_id: string; registered_seq: number }>('select conversation_id, registered_seq from outline')
      .one()
  }

  lastSeq(): number {
    return this.sql.exec<{ seq: number }>('select coalesce(max(seq), 0) as seq from messages').one().seq
  }

  bySender(sender_id: string, client_id: string): Message | undefined {
    return this.read('where sender_id = ? and client_id = ?', sender_id, client_id)[0]
  }

  last(sender_id?: string): Message | undefined {
    const [where, bindings] = sender_id === undefined ? ['', []] : ['where sender_id = ?', [sender_id]]
    return this.read(`${where} order by seq desc limit 1`, ...bindings)[0]
  }

  /** The next message; its place in the order is decided here. */
  append(entry: NewEntry): Message {
    const { id, client_id, sender_id, content, reply_to, sent_at } = entry
    this.sql.exec(
      'insert into messages (id, client_id, sender_id, content, reply_to, sent_at) values (?, ?, ?, ?, ?, ?)',
      id,
      client_id,
      sender_id,
      content,
      reply_to,
      sent_at,
    )
    return this.bySender(sender_id, client_id)!
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

  roleOf(account_id: string): Role {
    return this.sql.exec<{ role: Role }>('select role from members where account_id = ?', account_id).one().role
  }

  mentorWrote(): boolean {
    const answer = this.sql.exec(
      "select 1 from messages where sender_id in (select account_id from members where role = 'mentor') limit 1",
    )
    return answer.toArray().length > 0
  }

  /** Only forward, and never past the end. Answers the new marker where it moved. */
  readUpTo(account_id: string, seq: number): number | undefined {
    const to = Math.min(seq, this.lastSeq())
    const moved = this.sql.exec(
      'update members set read_seq = ?1 where account_id = ?2 and read_seq < ?1 returning read_seq',
      to,
      account_id,
    )
    return moved.toArray().length > 0 ? to : undefined
  }

  /** Messages of the others behind this marker: how many, and the first of them. */
  unreadFor(account_id: string, marker: number): { count: number; first: number | null; since: number | null } {
    return this.sql
      .exec<{ count: number; first: number | null; since: number | null }>(
        'select count(*) as count, min(seq) as first, min(sent_at) as since from messages where seq > ? and sender_id <> ?',
        marker,
        account_id,
      )
      .one()
  }

  /** Messages of a made-up past, which nobody is to be told of. */
  plant(messages: Planted[]): void {
    messages.forEach(({ sender_id, content, sent_at }, i) => {
      const at = new Date(sent_at)
      this.append({
        id: newId(at),
        client_id: `planted-${i}`,
        sender_id,
        content,
        reply_to: null,
        sent_at: at.getTime(),
      })
    })
    this.sql.exec('update members set noticed_seq = ?', this.lastSeq())
  }

  /** What is unread of a made-up past has its notification, so reading it must find it. */
  beginRuns(): void {
    this.sql.exec(`update members set run_seq = (select min(seq) from messages
      where seq > members.read_seq and sender_id <> members.account_id)`)
  }

  /** What D1 and the inboxes know now; anything that came meanwhile stays to be told. */
  registered(
    seq: number,
    people: { account_id: string; read_seq: number; next: { noticed_seq: number; run_seq: number | null } }[],
  ): void {
    this.sql.exec('update outline set registered_seq = ?', seq)
    for (const { account_id, read_seq, next } of people) {
      this.sql.exec(
        'update members set registered_read_seq = ?, noticed_seq = ?, run_seq = ? where account_id = ?',
        read_seq,
        next.noticed_seq,
        next.run_seq,
        account_id,
      )
    }
  }

  private read(rest: string, ...bindings: SqlStorageValue[]): Message[] {
    const around = `(select conversation_id from outline) as conversation_id,
      (select role from members where account_id = sender_id) as sender_type`
    return this.sql
      .exec<MessageRow & { conversation_id: string; sender_type: Role }>(
        `select messages.*, ${around} from messages ${rest}`,
        ...bindings,
      )
      .toArray()
      .map((row) => ({ ...row, sent_at: new Date(row.sent_at).toISOString() }))
  }
}
