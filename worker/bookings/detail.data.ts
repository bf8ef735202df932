import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { pairOf } from '../chat/memberships.data'
import { conversations } from '../chat/chat.schema'
import type { Database, Statement } from '../lib/database'
import { booking_history, bookings } from './bookings.schema'
import { mentorOfBooking, studentOfBooking } from './moves.data'
import { booking_notes } from './moves.schema'
import { isLive } from './times.data'

export const historyOf = (db: Database, booking_id: string) =>
  db
    .select({
      state: booking_history.state,
      actor_id: booking_history.actor_id,
      at: booking_history.at,
      detail: booking_history.detail,
    })
    .from(booking_history)
    .where(eq(booking_history.booking_id, booking_id))
    .orderBy(asc(booking_history.at), asc(booking_history.id))
    .limit(100)

export const reasonOf = (db: Database, booking_id: string) =>
  db.select({ text: bookings.cancel_reason }).from(bookings).where(eq(bookings.id, booking_id))

/** Seats of the same group that are taken. */
export const seatsTaken = (db: Database, booking_id: string, now: Date) =>
  db.all<{ taken: number }>(sql`select count(*) as taken from bookings
    where room_id = (select room_id from bookings where id = ${booking_id}) and ${isLive(now)}`)

export const noteOf = (db: Database, booking_id: string, me: SQL | string) =>
  db
    .select({ text: booking_notes.text })
    .from(booking_notes)
    .where(and(eq(booking_notes.booking_id, booking_id), eq(booking_notes.account_id, me)))

/** An empty note is none. */
export const keepNote = (
  db: Database,
  { booking_id, account_id, text, now }: { booking_id: string; account_id: string; text: string; now: Date },
): Statement =>
  text === ''
    ? db
        .delete(booking_notes)
        .where(and(eq(booking_notes.booking_id, booking_id), eq(booking_notes.account_id, account_id)))
    : db
        .insert(booking_notes)
        .values({ booking_id, account_id, text, updated_at: now })
        .onConflictDoUpdate({
          target: [booking_notes.booking_id, booking_notes.account_id],
          set: { text, updated_at: now },
        })

/** The conversation of the two, where they have one. */
export const conversationOf = (db: Database, booking_id: string) =>
  db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.pair, pairOf(mentorOfBooking(booking_id), studentOfBooking(booking_id))))
