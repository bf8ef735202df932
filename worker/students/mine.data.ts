import { sql, type SQL } from 'drizzle-orm'
import { SESSIONS_SHOWN } from '../contract/my-students.constants'
import type { BookingState } from '../contract/bookings.constants'
import type { Database, Statement } from '../lib/database'

/** What became of the sessions of two people, the latest first; a hold that nobody paid was none. */
export const sessionsOfPair = (db: Database, mentor: SQL, student: SQL) =>
  db.all<{
    booking_id: string
    state: BookingState
    start_time: number
    end_time: number
    minutes: number
    offer_title: string
  }>(sql`select id as booking_id, state, start_time, end_time, minutes, offer_title from bookings
    where mentor_account_id = ${mentor} and student_account_id = ${student} and state not in ('held', 'expired')
    order by start_time desc limit ${SESSIONS_SHOWN}`)

export const noteAbout = (db: Database, mentor: SQL, student: SQL) =>
  db.all<{ text: string }>(
    sql`select text from mentor_notes where mentor_account_id = ${mentor} and student_account_id = ${student}`,
  )

/** Empty words are no note. */
export const writeNote = (
  db: Database,
  { mentor, student, text, now }: { mentor: string; student: string; text: string; now: Date },
): Statement =>
  text === ''
    ? db.run(sql`delete from mentor_notes where mentor_account_id = ${mentor} and student_account_id = ${student}`)
    : db.run(sql`insert into mentor_notes (mentor_account_id, student_account_id, text, updated_at)
        values (${mentor}, ${student}, ${text}, ${now.getTime()})
        on conflict do update set text = excluded.text, updated_at = excluded.updated_at`)
