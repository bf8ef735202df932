import { sql, type SQL } from 'drizzle-orm'
import type { SessionNews } from '../contract/chat'
import type { Database, Statement } from '../lib/database'
import { post } from '../lib/outbox'

interface Session {
  id: string
  mentor_account_id: string
  student_account_id: string
  offer_title: string
  start_time: Date
  sequence: number
}

/** What the conversation of the two is told of a session, where they have one. `when` guards it inside the batch. */
export function newsOf(
  db: Database,
  event: SessionNews['event'],
  { id, mentor_account_id, student_account_id, offer_title, start_time, sequence }: Session,
  { now, when, was }: { now: Date; when: SQL; was?: Date },
): Statement {
  const news = {
    event,
    booking_id: id,
    offer_title,
    start_time: start_time.toISOString(),
    was: was?.toISOString() ?? null,
  } satisfies SessionNews
  const cause = `${event}:${id}:${sequence}`
  const pair = `${mentor_account_id}:${student_account_id}`
  const talked = sql`${when} and exists (select 1 from conversations where pair = ${pair})`
  return post(db, { id: cause, topic: 'session_news', payload: { pair, cause, news } }, now, talked)
}
