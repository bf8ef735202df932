import { and, eq, sql, type SQL } from 'drizzle-orm'
import { TAKEAWAY_STATES } from '../contract/goals.constants'
import type { Database, Statement } from '../lib/database'
import { takeaways } from './goals.schema'

export const takeawaysOf = (db: Database, booking_id: string) =>
  db.select().from(takeaways).where(eq(takeaways.booking_id, booking_id)).limit(2)
export type TakeawayRow = Awaited<ReturnType<typeof takeawaysOf>>[number]

const states = sql.raw(TAKEAWAY_STATES.map((state) => `'${state}'`).join(', '))

interface Draft {
  booking_id: string
  author: string
  lines: string[]
  next_steps: string
  now: Date
}

/** Nothing written is no row; otherwise the words of this author, where the session has begun. */
export const keepTakeaways = (db: Database, { booking_id, author, lines, next_steps, now }: Draft): Statement =>
  lines.length === 0 && next_steps.trim() === ''
    ? db.delete(takeaways).where(and(eq(takeaways.booking_id, booking_id), eq(takeaways.author_account_id, author)))
    : db.run(sql`insert into takeaways (booking_id, author_account_id, lines, next_steps, written_at, updated_at)
        select id, ${author}, ${JSON.stringify(lines)}, ${next_steps}, ${now.getTime()}, ${now.getTime()} from bookings
        where id = ${booking_id} and state in (${states}) and (mentor_account_id = ${author} or student_account_id = ${author})
        on conflict (booking_id, author_account_id)
        do update set lines = excluded.lines, next_steps = excluded.next_steps, updated_at = excluded.updated_at`)

export const hasTakeaways = (booking_id: string, author: string): SQL =>
  sql`exists (select 1 from takeaways where booking_id = ${booking_id} and author_account_id = ${author})`
