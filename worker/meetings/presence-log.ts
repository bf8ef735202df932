import { SILENCE_MS } from '../contract/meetings.constants'
import { newId } from '../lib/ids'
import type { PresenceRow } from './meetings.data'

export const PRESENCE_SCHEMA = `create table presences (
    id text primary key, account_id text not null, is_mentor integer not null, "by" text not null,
    joined_at integer not null, seen_at integer not null, left_at integer, written integer not null default 0) strict;
  create index presences_open on presences (left_at, account_id)`

type Row = Omit<PresenceRow, 'is_mentor'> & { is_mentor: number }
interface Who {
  account_id: string
  is_mentor: boolean
}

/** Who was in a room and when, by the room's own clock. D1 gets a copy of what is not `written` yet. */
export class PresenceLog {
  constructor(private readonly sql: SqlStorage) {}

  /** A heartbeat: goes on with the stretch that is open, or begins one. */
  beat({ account_id, is_mentor }: Who, at: Date): void {
    const ms = at.getTime()
    this.endSilent(at)
    const going = this.sql.exec(
      'update presences set seen_at = ? where account_id = ? and left_at is null returning id',
      ms,
      account_id,
    )
    if (going.toArray().length === 0) this.add({ account_id, is_mentor }, 'room', at, null)
  }

  /** The meeting goes on elsewhere: that somebody came is seen, not how long they stayed. */
  cameByLink(who: Who, at: Date): void {
    this.add(who, 'link', at, at.getTime())
  }

  /** Whoever was silent for too long left when they were last heard. Answers the accounts. */
  endSilent(at: Date): string[] {
    return this.end('seen_at < ?', at.getTime() - SILENCE_MS)
  }

  endAll(): string[] {
    return this.end('true')
  }

  private end(where: string, ...bindings: number[]): string[] {
    return this.sql
      .exec<{ account_id: string }>(
        `update presences set left_at = seen_at, written = 0 where left_at is null and ${where} returning account_id`,
        ...bindings,
      )
      .toArray()
      .map(({ account_id }) => account_id)
  }

  /** When the one who was heard of the longest ago was heard; undefined where nobody is here. */
  oldestBeat(): number | undefined {
    const { seen_at } = this.sql
      .exec<{ seen_at: number | null }>('select min(seen_at) as seen_at from presences where left_at is null')
      .one()
    return seen_at ?? undefined
  }

  all(): PresenceRow[] {
    return this.read('order by joined_at, id')
  }

  unwritten(): PresenceRow[] {
    return this.read('where written = 0 order by joined_at, id')
  }

  /** What ended while it was being written is to be written once more. */
  written(rows: PresenceRow[]): void {
    for (const { id, left_at } of rows)
      this.sql.exec('update presences set written = 1 where id = ? and left_at is ?', id, left_at)
  }

  private add({ account_id, is_mentor }: Who, by: 'room' | 'link', at: Date, left_at: number | null): void {
    this.sql.exec(
      'insert into presences (id, account_id, is_mentor, "by", joined_at, seen_at, left_at) values (?, ?, ?, ?, ?, ?, ?)',
      newId(at),
      account_id,
      is_mentor ? 1 : 0,
      by,
      at.getTime(),
      at.getTime(),
      left_at,
    )
  }

  private read(rest: string): PresenceRow[] {
    return this.sql
      .exec<Row>(`select id, account_id, is_mentor, "by", joined_at, left_at from presences ${rest}`)
      .toArray()
      .map((row) => ({ ...row, is_mentor: row.is_mentor === 1 }))
  }
}
