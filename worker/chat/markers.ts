import type { MessageLog } from './message-log'

/** What has been told of a person: the marker D1 knows, and the notifications of what is unread. */
interface Told {
  account_id: string
  read_seq: number
  next: { noticed_seq: number; run_seq: number | null }
}

/** How far each of the people of a log has read, and has been told. */
export class Markers {
  constructor(
    private readonly sql: SqlStorage,
    private readonly log: MessageLog,
  ) {}

  of(account_id: string): number {
    return this.sql.exec<{ seq: number }>('select read_seq as seq from members where account_id = ?', account_id).one()
      .seq
  }

  /** Only forward, and never past the end. Answers the new marker where it moved. */
  readUpTo(account_id: string, seq: number): number | undefined {
    const to = Math.min(seq, this.log.lastSeq())
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

  /** Of a made-up past, nobody is to be told; what is unread has its notification, so reading it must find it. */
  plant(read: Record<string, number>): void {
    this.sql.exec('update members set noticed_seq = ?', this.log.lastSeq())
    for (const [account_id, seq] of Object.entries(read)) this.readUpTo(account_id, seq)
    this.sql.exec(`update members set run_seq = (select min(seq) from messages
      where seq > members.read_seq and sender_id <> members.account_id and kind = 'text')`)
  }

  /** What D1 and the inboxes know now; anything that came meanwhile stays to be told. */
  registered(seq: number, people: Told[]): void {
    this.sql.exec('update outline set registered_seq = ?1, answered_seq = ?1', seq)
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
}
