import type { MeetingNotes } from '../contract/meetings'

/** What the Worker vouches for when it lets somebody into a room. */
export interface RoomEntrance {
  room_id: string
  account_id: string
  session_id: string
  admitted_at: number
  opens_at: number
  closes_at: number
  is_group: boolean
  /** A minor is among a group: ways to meet elsewhere are taken out of what is said (A7). */
  masked: boolean
  members: { account_id: string; role: 'student' | 'mentor'; name: string }[]
}

export const ROOM_SCHEMA = `create table session (
    id integer primary key check (id = 1), room_id text not null, opens_at integer not null, closes_at integer not null,
    is_group integer not null, masked integer not null, announced_seq integer not null default 0) strict;
  create table seated (account_id text primary key) strict;
  create table told (account_id text primary key, seq integer not null) strict;
  create table notes (
    id integer primary key check (id = 1), revision integer not null, text text not null, written_by text not null,
    written_at integer not null) strict`

type SessionRow = {
  room_id: string
  opens_at: number
  closes_at: number
  is_group: number
  masked: number
  announced_seq: number
}
type NotesRow = { revision: number; text: string; written_by: string; written_at: number }

const NOTHING: MeetingNotes = { revision: 0, text: '', written_by: null, written_at: null }

/** The session that a room is for, who sits in it, and the text its people share. */
export class RoomState {
  constructor(private readonly sql: SqlStorage) {}

  /** A session may have been moved and seats given up since the last time. */
  meet({ room_id, opens_at, closes_at, is_group, masked, members }: RoomEntrance): void {
    this.sql.exec(
      `insert into session (id, room_id, opens_at, closes_at, is_group, masked) values (1, ?1, ?2, ?3, ?4, ?5)
       on conflict (id) do update set opens_at = ?2, closes_at = ?3, masked = ?5`,
      room_id,
      opens_at,
      closes_at,
      is_group ? 1 : 0,
      masked ? 1 : 0,
    )
    const list = JSON.stringify(members.map(({ account_id }) => account_id))
    this.sql.exec('delete from seated where account_id not in (select value from json_each(?))', list)
    this.sql.exec('insert or ignore into seated select value from json_each(?)', list)
  }

  /** Undefined as long as nobody has come in. */
  session(): SessionRow | undefined {
    return this.sql.exec<SessionRow>('select * from session').toArray()[0]
  }

  seated(): string[] {
    return this.sql
      .exec<{ account_id: string }>('select account_id from seated')
      .toArray()
      .map(({ account_id }) => account_id)
  }

  notes(): MeetingNotes {
    const [row] = this.sql.exec<NotesRow>('select revision, text, written_by, written_at from notes').toArray()
    return row ? { ...row, written_at: new Date(row.written_at).toISOString() } : NOTHING
  }

  /** Takes a text only where it was written upon what stands. */
  writeNotes(upon: number, text: string, by: string, at: Date): boolean {
    if (this.notes().revision !== upon) return false
    this.sql.exec(
      'insert or replace into notes (id, revision, text, written_by, written_at) values (1, ?, ?, ?, ?)',
      upon + 1,
      text,
      by,
      at.getTime(),
    )
    return true
  }

  /** The first message that a person was told of and has not come to read. */
  toldOf(account_id: string): number | undefined {
    return this.sql.exec<{ seq: number }>('select seq from told where account_id = ?', account_id).toArray()[0]?.seq
  }

  announced(seq: number, told: string[]): void {
    this.sql.exec('update session set announced_seq = ?', seq)
    for (const account_id of told) this.sql.exec('insert or ignore into told values (?, ?)', account_id, seq)
  }

  cameToRead(account_id: string): void {
    this.sql.exec('delete from told where account_id = ?', account_id)
  }

  /** Takes these words out of what anybody wrote here. */
  forget(words: string[]): void {
    for (const word of words)
      this.sql.exec("update notes set text = replace(text, ?1, '…') where instr(text, ?1) > 0", word)
  }
}
