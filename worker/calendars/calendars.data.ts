import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import { shape, type Database, type Statement } from '../lib/database'
import type { Limit } from '../lib/limits'
import { calendar_feeds } from './calendars.schema'

const DAY = 86_400_000
/** How far back a feed goes, and how many bookings it holds at most. */
const BACK = 60 * DAY
const MOST = 500

const mentor_accounts = alias(accounts, 'mentor_accounts')
const student_accounts = alias(accounts, 'student_accounts')

const selectSessions = (db: Database) =>
  db
    .select(
      shape({
        id: bookings.id,
        room_id: bookings.room_id,
        first_id: sql<string>`iif(${bookings.kind} = 'group', (select min(b.id) from bookings b where b.room_id = ${bookings.room_id}), ${bookings.id})`,
        kind: bookings.kind,
        state: bookings.state,
        sequence: bookings.sequence,
        answer_by: bookings.answer_by,
        hold_expires_at: bookings.hold_expires_at,
        mentor_account_id: bookings.mentor_account_id,
        offer_title: bookings.offer_title,
        start_time: bookings.start_time,
        end_time: bookings.end_time,
        updated_at: bookings.updated_at,
        mentor_name: mentor_accounts.name,
        student_name: student_accounts.name,
      }),
    )
    .from(bookings)
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, bookings.mentor_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, bookings.student_account_id))

/** The session of a booking, to one of its two people; a group's mentor gets every seat of it. */
export const sessionsOfBooking = (db: Database, booking_id: string, person: SQL | string) =>
  selectSessions(db)
    .where(
      and(
        sql`${bookings.room_id} = (select room_id from bookings where id = ${booking_id})`,
        or(
          eq(bookings.mentor_account_id, person),
          and(eq(bookings.student_account_id, person), eq(bookings.id, booking_id)),
        ),
      ),
    )
    .orderBy(asc(bookings.id))

/** Everything that a person's calendar shows: what lies ahead, cancelled or not, and what took place lately. */
export const sessionsFor = (db: Database, person: SQL, now: Date) => {
  const from = now.getTime() - BACK
  return selectSessions(db)
    .where(
      and(
        or(
          and(eq(bookings.mentor_account_id, person), sql`${bookings.busy_until} > ${from}`),
          and(eq(bookings.student_account_id, person), sql`${bookings.end_time} > ${from}`),
        ),
        sql`(${bookings.state} not in ('held', 'expired', 'cancelled') or ${bookings.end_time} > ${now.getTime()})`,
      ),
    )
    .orderBy(asc(bookings.start_time), asc(bookings.id))
    .limit(MOST)
}

export const feedOf = (db: Database, me: SQL | string) =>
  db.select({ created_at: calendar_feeds.created_at }).from(calendar_feeds).where(eq(calendar_feeds.account_id, me))

/** Whose feed a token opens; somebody who is suspended has none. */
export const ownerOfFeed = (db: Database, token_hash: string) =>
  db
    .select({ account_id: calendar_feeds.account_id })
    .from(calendar_feeds)
    .innerJoin(accounts, eq(accounts.id, calendar_feeds.account_id))
    .where(and(eq(calendar_feeds.token_hash, token_hash), sql`${accounts.suspended_at} is null`))

/** The id of whoever gave this token away, as a subquery. */
export const personOf = (token_hash: string): SQL<string> =>
  sql`(select account_id from calendar_feeds where token_hash = ${token_hash})`

/** Calendar services read the feeds of many from one network, so each feed has a counter of its own. */
export const readsOf = (token_hash: string): Limit => ({
  subject: sql<string>`'feed:' || coalesce(${personOf(token_hash)}, '')`,
  most: 120,
  seconds: 3600,
})

/** One address per person: a new one ends the one before. */
export const openFeed = (db: Database, feed: typeof calendar_feeds.$inferInsert): Statement =>
  db
    .insert(calendar_feeds)
    .values(feed)
    .onConflictDoUpdate({
      target: calendar_feeds.account_id,
      set: { token_hash: feed.token_hash, created_at: feed.created_at },
    })

export const closeFeed = (db: Database, me: string): Statement =>
  db.delete(calendar_feeds).where(eq(calendar_feeds.account_id, me))
