import type { Attachment, Message, SessionNews } from '../contract/chat'
import { newId } from '../lib/ids'
import type { Place } from './chat.rules'
import { MESSAGE_COLUMNS, messageFrom, SYSTEM, type MessageRow } from './message-rows'

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
  // Edits keep what was said before, words follow the messages by themselves (and forget what is erased at once, not
  // when segments happen to be merged), and a file is known before it is sent.
  `alter table messages add column kind text not null default 'text';
   alter table messages add column edited_at integer;
   alter table messages add column deleted_at integer;
   alter table messages add column rev integer not null default 0;
   alter table messages add column attachments text not null default '[]';
   alter table messages add column system text;
   alter table outline add column blocked integer not null default 0;
   alter table outline add column blocked_as_of integer not null default 0;
   create unique index messages_by_rev on messages (rev) where rev > 0;
   create table edits (
     id integer primary key, seq integer not null, content text not null, changed_at integer not null) strict;
   create index edits_of_message on edits (seq, id);
   create table reactions (
     seq integer not null, emoji text not null, account_id text not null, at integer not null,
     primary key (seq, emoji, account_id)) strict, without rowid;
   create table files (file_id text primary key, owner_id text not null, attachment text not null) strict;
   create virtual table words using fts5 (content, content = 'messages', content_rowid = 'seq',
     tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'");
   insert into words (words, rank) values ('secure-delete', 1);
   insert into words (words) values ('rebuild');
   create trigger words_said after insert on messages begin
     insert into words (rowid, content) values (new.seq, new.content);
   end;
   create trigger words_changed after update of content on messages when old.content <> new.content begin
     insert into words (words, rowid, content) values ('delete', old.seq, old.content);
     insert into words (rowid, content) values (new.seq, new.content);
   end`,
]

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

/** What a message needs to know of its conversation, so that saying one is a single statement. */
interface Known {
  conversation_id: string
  roles: Map<string, Role>
  last_seq: number
  mentor_wrote: boolean
  /** Texts of anybody. */
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

  markerOf(account_id: string): number {
    return this.sql.exec<{ seq: number }>('select read_seq as seq from members where account_id = ?', account_id).one()
      .seq
  }

  outline(): { conversation_id: string; registered_seq: number } {
    return this.sql
      .exec<{ conversation_id: string; registered_seq: number }>('select conversation_id, registered_seq from outline')
      .one()
  }

  lastSeq(): number {
    return this.facts().last_seq
  }

  /** Texts that were said here, by anybody. */
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

  /** The first message from an instant on, or the last one before it: `seq` and time go the same way. */
  seqAt(instant: number): number {
    let [low, high] = [1, Math.max(1, this.lastSeq())]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const { sent_at } = this.sql.exec<{ sent_at: number }>('select sent_at from messages where seq = ?', middle).one()
      if (sent_at < instant) low = middle + 1
      else high = middle
    }
    return low
  }

  roleOf(account_id: string): Role {
    return this.facts().roles.get(account_id)!
  }

  mentorWrote(): boolean {
    return this.facts().mentor_wrote
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
        `select count(*) as count, min(seq) as first, min(sent_at) as since from messages
         where seq > ? and sender_id <> ? and kind = 'text'`,
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
      where seq > members.read_seq and sender_id <> members.account_id and kind = 'text')`)
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
          `select coalesce(max(seq), 0) as last_seq, count(*) filter (where kind = 'text') as texts from messages`,
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
