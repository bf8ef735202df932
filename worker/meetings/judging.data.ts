import { sql } from 'drizzle-orm'
import { happened, selectBookings, type BookingRow } from '../bookings/bookings.data'
import { bookings } from '../bookings/bookings.schema'
import { bookingData } from '../bookings/notices.data'
import { CLOSES_AFTER_MS, OPENS_BEFORE_MS, type Verdict } from '../contract/meetings.constants'
import { among, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { notify } from '../notifications/notifications.data'
import { contestEnd, REFUNDED } from './meetings.rules'
import { settleLater } from './settling.data'

/** Seen in this session's own time, as far as D1 was told: a stay that began before and has no end yet is for the room to judge. */
const wasThere = (side: 'mentor' | 'student') =>
  sql`exists (select 1 from presences p where p.room_id = bookings.room_id
    and p.account_id = bookings.${sql.raw(side)}_account_id and p.joined_at < bookings.end_time + ${CLOSES_AFTER_MS}
    and (p.joined_at >= bookings.start_time - ${OPENS_BEFORE_MS} or p.left_at >= bookings.start_time - ${OPENS_BEFORE_MS}))`

export interface Due {
  id: string
  room_id: string
  both_there: number
}

/** Sessions that are over: with both there at their end, otherwise when their room has closed; the oldest first. */
export const sessionsToJudge = (db: Database, now: Date, limit: number) =>
  db.all<Due>(sql`select id, room_id, ${wasThere('mentor')} and ${wasThere('student')} as both_there from bookings
    where state = 'in_progress' and end_time <= ${now.getTime()} and (end_time <= ${now.getTime() - CLOSES_AFTER_MS}
      or (${wasThere('mentor')} and ${wasThere('student')})) order by end_time limit ${limit}`)

export const bookingsNamed = (db: Database, ids: string[]) => selectBookings(db).where(among(bookings.id, ids))

/** Writes a verdict down once, with everything that follows from it. */
export function judge(db: Database, row: BookingRow, verdict: Verdict, now: Date): Statement[] {
  const act = newId(now)
  const done = happened(act)
  const at = now.getTime()
  return [
    db.run(sql`insert into booking_history (id, booking_id, state, actor_id, at)
      select ${act}, id, ${verdict}, null, ${at} from bookings where id = ${row.id} and state = 'in_progress'`),
    db.run(
      sql`update bookings set state = ${verdict}, judged_at = ${at}, updated_at = ${at} where id = ${row.id} and ${done}`,
    ),
    ...(['student', 'mentor'] as const).flatMap((reader) => notify(db, noticeOf(row, reader, verdict, now), now, done)),
    ...(REFUNDED.includes(verdict) ? [settleLater(db, row.id, act, contestEnd(now), now, done)] : []),
  ]
}

function noticeOf(row: BookingRow, reader: 'student' | 'mentor', verdict: Verdict, now: Date) {
  const person = reader === 'student' ? row.student_account_id : row.mentor_account_id
  const cause = `booking:${row.id}:judged`
  const data = bookingData(row, reader)
  if (verdict === 'completed') return { person, cause, kind: 'session_completed' as const, data }
  const contest_until = contestEnd(now).toISOString()
  return { person, cause, kind: 'absence_noted' as const, data: { ...data, verdict, contest_until } }
}
