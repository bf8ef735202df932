import { and, asc, eq, gt, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { cancellation, sessionsAhead } from '../bookings/cancelling.data'
import type { BookingRow } from '../bookings/bookings.data'
import { bookingData, type tellCancelled } from '../bookings/notices.data'
import { conversation_members } from '../chat/chat.schema'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { openingsChanged } from '../mentors/openings.data'
import { notify } from '../notifications/notifications.data'
import { accounts } from './accounts.schema'
import { graceEnd } from './closing.rules'
import { account_closings } from './closing.schema'

/** More sessions ahead than this nobody has; a bound all the same. */
const MOST_SHOWN = 500
/** So many are cancelled with the answer, the rest by a task right after it. */
export const CANCELLED_AT_ONCE = 25

export const ahead = (db: Database, me: SQL | string, now: Date) => sessionsAhead(db, me, now, MOST_SHOWN)

export const ownClosing = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        id: accounts.id,
        closing_at: nullable(accounts.closing_at),
        password_hash: nullable(accounts.password_hash),
      }),
    )
    .from(accounts)
    .where(eq(accounts.id, me))

/** What the ledger holds for a mentor, without the sessions that closing gives back. */
export const earningsOf = (db: Database, me: SQL | string, now: Date) =>
  db.all<{ amount_minor: number; currency: string }>(sql`
    select -sum(amount_minor) as amount_minor, currency from ledger_lines
    where account = 'mentor:' || ${me} || ':held' and order_id not in (
      select o.id from bookings b join orders o on o.booking_id = b.id
      where b.mentor_account_id = ${me} and b.busy_until > ${now.getTime()}
        and b.state in ('pending', 'confirmed') and b.start_time > ${now.getTime()})
    group by currency having sum(amount_minor) < 0`)

export interface Alternative {
  mentor_id: string
  name: string
}
type Choice = Alternative & { account_id: string }

/** Three mentors for the student of a mentor who leaves: the similar ones first, then those who are booked most. */
export function alternativesFor(student: string, similar: Choice[], popular: Choice[]): Alternative[] {
  const all = [...similar, ...popular].filter(({ account_id }) => account_id !== student)
  const distinct = [...new Map(all.map((one) => [one.mentor_id, one])).values()]
  return distinct.slice(0, 3).map(({ mentor_id, name }) => ({ mentor_id, name }))
}

interface Leaving {
  account_id: string
  similar: Choice[]
  popular: Choice[]
  now: Date
}

/** The students of a mentor who leaves are offered others to learn with (A8). */
const tellStudent =
  ({ similar, popular }: Leaving): typeof tellCancelled =>
  (db, row, reason, at, when) =>
    notify(
      db,
      {
        person: row.student_account_id,
        kind: 'mentor_left',
        cause: `booking:${row.id}:cancelled`,
        data: {
          ...bookingData(row, 'student', reason === undefined ? {} : { reason }),
          alternatives: alternativesFor(row.student_account_id, similar, popular),
        },
      },
      at,
      when,
    )

/** Cancels sessions by their terms, as cancelling one by one does. */
export const cancelAhead = (db: Database, rows: BookingRow[], leaving: Leaving): Statement[] =>
  rows.flatMap((row) => {
    const leaves = row.mentor_account_id === leaving.account_id
    const tell = leaves ? { tell: tellStudent(leaving) } : {}
    return cancellation(db, row, { by: leaving.account_id, now: leaving.now, ...tell }).statements
  })

const isClosedAt = (account_id: string, at: Date): SQL =>
  sql`exists (select 1 from account_closings where account_id = ${account_id} and closing_at = ${at.getTime()})`

interface Wish {
  account_id: string
  session_id: string
  reason: string | null
  now: Date
}

/** Begins the grace: taken from the lists, other devices signed out, told by mail. Repeating it changes nothing. */
export function closeAccount(db: Database, { account_id, session_id, reason, now }: Wish): Statement[] {
  const closed = isClosedAt(account_id, now)
  return [
    db.run(sql`insert into account_closings (account_id, reason, application_state, closing_at)
      select ${account_id}, ${reason}, (select application_state from mentors where account_id = ${account_id}), ${now.getTime()}
      where true on conflict (account_id) do nothing`),
    db.run(sql`update accounts set closing_at = ${now.getTime()} where id = ${account_id} and ${closed}`),
    db.run(sql`update mentors set application_state = 'draft' where account_id = ${account_id} and ${closed}`),
    db.run(sql`delete from sessions where account_id = ${account_id} and id <> ${session_id} and ${closed}`),
    post(db, { topic: 'session_over', payload: { account_id, session_id: null } }, now, closed),
    post(
      db,
      { id: `closing:${account_id}:${now.getTime()}`, topic: 'close_sessions', payload: { account_id } },
      now,
      closed,
    ),
    ...notify(
      db,
      {
        person: account_id,
        kind: 'account_closing',
        cause: `closing:${account_id}:${now.getTime()}`,
        data: { until: graceEnd(now).toISOString() },
      },
      now,
      closed,
    ),
  ]
}

/** Ends the grace: everything is as before but for the sessions that were cancelled. */
export function reopenAccount(db: Database, account_id: string, now: Date): Statement[] {
  const closing = sql`exists (select 1 from account_closings where account_id = ${account_id})`
  return [
    ...notify(
      db,
      { person: account_id, kind: 'account_reopened', cause: `reopened:${account_id}:${now.getTime()}`, data: {} },
      now,
      closing,
    ),
    db.run(sql`update mentors set application_state =
        (select coalesce(application_state, 'draft') from account_closings where account_id = ${account_id})
      where account_id = ${account_id} and ${closing}`),
    db.run(sql`update accounts set closing_at = null where id = ${account_id}`),
    db.delete(account_closings).where(eq(account_closings.account_id, account_id)),
    ...openingsChanged(db, [account_id], now),
  ]
}

export const isClosing = (db: Database, account_id: string) =>
  db
    .select({ account_id: account_closings.account_id })
    .from(account_closings)
    .where(eq(account_closings.account_id, account_id))

/** Whose grace is over, a few at a time. */
export const overdueClosings = (db: Database, before: Date) =>
  db
    .select({ account_id: account_closings.account_id })
    .from(account_closings)
    .where(sql`${account_closings.closing_at} <= ${before.getTime()}`)
    .orderBy(account_closings.closing_at)
    .limit(100)

/** Somebody whose grace is over and who is not erased yet. */
export const leaver = (db: Database, account_id: string, before: Date) =>
  db
    .select(
      shape({ id: accounts.id, email: accounts.email, email_key: accounts.email_key, time_zone: accounts.time_zone }),
    )
    .from(accounts)
    .innerJoin(account_closings, eq(account_closings.account_id, accounts.id))
    .where(and(eq(accounts.id, account_id), isNull(accounts.erased_at), lte(account_closings.closing_at, before)))

/** Conversations of a person in the order of their ids, from one on. */
export const roomsOf = (db: Database, account_id: string, after: string, limit: number) =>
  db
    .select({ id: conversation_members.conversation_id })
    .from(conversation_members)
    .where(and(eq(conversation_members.account_id, account_id), gt(conversation_members.conversation_id, after)))
    .orderBy(asc(conversation_members.conversation_id))
    .limit(limit)

/** Whoever enters a conversation from now on meets this name. */
export const rename = (db: Database, account_id: string, name: string): Statement =>
  db.update(accounts).set({ name }).where(eq(accounts.id, account_id))
