import { and, desc, eq, gt, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { bookings } from '../bookings/bookings.schema'
import { conversation_members, conversations } from '../chat/chat.schema'
import { among, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { accounts } from './accounts.schema'
import { account_exports } from './exports.schema'

const DAY = 86_400_000
/** How long an archive can be downloaded. */
export const exportEnd = (from: Date): Date => new Date(from.getTime() + 7 * DAY)
/** Who asks again within this time gets the same archive. */
const SAME_MS = 10 * 60_000

export const exportsOf = (db: Database, me: SQL | string, now: Date) =>
  db
    .select()
    .from(account_exports)
    .where(and(eq(account_exports.account_id, me), sql`${account_exports.expires_at} > ${now.getTime()}`))
    .orderBy(desc(account_exports.created_at))
    .limit(20)

export type ExportRow = Awaited<ReturnType<typeof exportsOf>>[number]

/** Asks for an archive, unless one was asked for a moment ago. */
export function requestExport(
  db: Database,
  { id, account_id, now }: { id: string; account_id: string; now: Date },
): Statement[] {
  const at = now.getTime()
  const asked = sql`exists (select 1 from account_exports where id = ${id})`
  return [
    db.run(sql`insert into account_exports (id, account_id, state, key, created_at, expires_at)
      select ${id}, ${account_id}, 'preparing', ${`exports/${account_id}/${id}.zip`}, ${at}, ${exportEnd(now).getTime()}
      where not exists (select 1 from account_exports
        where account_id = ${account_id} and state <> 'failed' and created_at > ${at - SAME_MS})`),
    post(db, { topic: 'export_account', payload: { id } }, now, asked),
  ]
}

export const exportOf = (db: Database, id: string, me: SQL | string, now: Date) =>
  db
    .select()
    .from(account_exports)
    .where(
      and(
        eq(account_exports.id, id),
        eq(account_exports.account_id, me),
        eq(account_exports.state, 'ready'),
        sql`${account_exports.expires_at} > ${now.getTime()}`,
      ),
    )

export const exportKeysOf = (db: Database, account_id: string) =>
  db.select({ key: account_exports.key }).from(account_exports).where(eq(account_exports.account_id, account_id))

/** What its task has to make. */
export const exportToMake = (db: Database, id: string) =>
  db
    .select()
    .from(account_exports)
    .where(and(eq(account_exports.id, id), eq(account_exports.state, 'preparing')))

export const finishExport = (
  db: Database,
  id: string,
  end: { state: 'ready'; size: number; ready_at: Date; expires_at: Date } | { state: 'failed' },
) =>
  db
    .update(account_exports)
    .set(end)
    .where(and(eq(account_exports.id, id), eq(account_exports.state, 'preparing')))

export const overdueExports = (db: Database, now: Date) =>
  db
    .select({ id: account_exports.id, key: account_exports.key })
    .from(account_exports)
    .where(sql`${account_exports.expires_at} <= ${now.getTime()}`)
    .limit(100)

export const forgetExports = (db: Database, ids: string[]): Statement =>
  db.delete(account_exports).where(among(account_exports.id, ids))

export const ownerOf = (db: Database, account_id: string) =>
  db
    .select({ id: accounts.id, email: accounts.email, email_key: accounts.email_key })
    .from(accounts)
    .where(and(eq(accounts.id, account_id), isNull(accounts.erased_at)))

/** Conversations with something in them. */
export const writtenRoomsOf = (db: Database, account_id: string) =>
  db
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(conversation_members, eq(conversation_members.conversation_id, conversations.id))
    .where(and(eq(conversation_members.account_id, account_id), gt(conversations.last_seq, 0)))

/** Sessions that took or will take place. */
export const sessionsOf = (db: Database, person: string) =>
  db
    .select({
      id: bookings.id,
      state: bookings.state,
      mentor_account_id: bookings.mentor_account_id,
      offer_title: bookings.offer_title,
      start_time: bookings.start_time,
      end_time: bookings.end_time,
      sequence: bookings.sequence,
      updated_at: bookings.updated_at,
    })
    .from(bookings)
    .where(
      and(
        or(eq(bookings.mentor_account_id, person), eq(bookings.student_account_id, person)),
        notInArray(bookings.state, ['held', 'expired', 'cancelled']),
      ),
    )
    .orderBy(bookings.start_time)
