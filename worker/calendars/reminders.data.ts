import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { selectBookings, type BookingRow } from '../bookings/bookings.data'
import { bookings } from '../bookings/bookings.schema'
import { bookingData } from '../bookings/notices.data'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { notify } from '../notifications/notifications.data'
import { reminderSpan, type Reminder } from './reminders.rules'
import { session_reminders } from './calendars.schema'

const MINUTE = 60_000

/**
 * Sessions of which this reminder is due, the soonest first. Who booked or moved one after the reminder's time knows when
 * it is, and is not told again.
 */
export function dueReminders(db: Database, minutes: Reminder, now: Date, most: number) {
  const { after, until } = reminderSpan(minutes, now)
  return selectBookings(db)
    .where(
      and(
        eq(bookings.state, 'confirmed'),
        sql`${bookings.start_time} > ${after} and ${bookings.start_time} <= ${until}`,
        sql`${bookings.updated_at} < ${bookings.start_time} - ${minutes * MINUTE}`,
        sql`not exists (select 1 from session_reminders r where r.booking_id = ${bookings.id} and r.minutes = ${minutes}
          and r.sequence = ${bookings.sequence})`,
      ),
    )
    .orderBy(asc(bookings.start_time))
    .limit(most)
}

/** Both are reminded, where nobody reminded them of this version before and nothing has changed meanwhile. */
export function remind(db: Database, row: BookingRow, minutes: Reminder, now: Date): Statement[] {
  const act = newId(now)
  const done = sql`exists (select 1 from session_reminders where booking_id = ${row.id} and minutes = ${minutes}
    and sequence = ${row.sequence} and act = ${act})`
  return [
    db.run(sql`insert into session_reminders (booking_id, minutes, sequence, act, sent_at)
      select id, ${minutes}, sequence, ${act}, ${now.getTime()} from bookings
      where id = ${row.id} and ${stands(row.sequence, now)} on conflict do nothing`),
    ...remindOne(db, row, 'student', { minutes, now, done }),
    ...remindOne(db, row, 'mentor', { minutes, now, done }),
  ]
}

/** The mentor of a group hears of it once, however many seats are taken. */
const remindOne = (
  db: Database,
  row: BookingRow,
  reader: 'student' | 'mentor',
  { minutes, now, done }: { minutes: Reminder; now: Date; done: SQL },
): Statement[] => {
  const subject =
    reader === 'mentor' ? `room:${row.room_id}:${row.start_time.getTime()}` : `booking:${row.id}:${row.sequence}`
  return notify(
    db,
    {
      person: reader === 'student' ? row.student_account_id : row.mentor_account_id,
      kind: 'session_reminder',
      cause: `${subject}:reminder:${minutes}`,
      data: { ...bookingData(row, reader), minutes, sequence: row.sequence },
    },
    now,
    done,
  )
}

const stands = (sequence: number, now: Date): SQL =>
  sql`state = 'confirmed' and sequence = ${sequence} and start_time > ${now.getTime()}`

/** Whether the session that somebody is to be reminded of is still as it was. */
export const reminderHolds = (
  db: Database,
  { booking_id, sequence }: { booking_id: string; sequence: number },
  now: Date,
) =>
  db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.id, booking_id), stands(sequence, now)))

export const forgetReminders = (db: Database, before: Date) =>
  db
    .delete(session_reminders)
    .where(sql`${session_reminders.sent_at} <= ${before.getTime()}`)
    .returning({ booking_id: session_reminders.booking_id })
