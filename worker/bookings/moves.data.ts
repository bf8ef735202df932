import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import { offers } from '../availability/availability.schema'
import { newsOf } from '../chat/session-news.data'
import { wallTimeOf } from '../contract/zone'
import { shape, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { zoneDataVersion, zones } from '../lib/zones'
import { openingsChanged } from '../mentors/openings.data'
import { happened, type BookingRow } from './bookings.data'
import { bookings } from './bookings.schema'
import { expireHolds } from './holds.data'
import { booking_moves } from './moves.schema'
import { tell } from './notices.data'
import { taken } from './times.data'

export type Move = typeof booking_moves.$inferSelect

export const openMoveOf = (db: Database, booking_id: string, now: Date) =>
  db
    .select()
    .from(booking_moves)
    .where(
      and(
        eq(booking_moves.booking_id, booking_id),
        eq(booking_moves.state, 'open'),
        sql`${booking_moves.answer_by} > ${now.getTime()}`,
      ),
    )

export const moveWith = (db: Database, id: string) =>
  db.select({ id: booking_moves.id }).from(booking_moves).where(eq(booking_moves.id, id))

interface Moving {
  start: Date
  by: string
  reason?: string | undefined
  now: Date
}

/** The row at its new time: the length and the buffers stay what they were. */
export function movedTo(row: BookingRow, start: Date): BookingRow {
  const shift = start.getTime() - row.start_time.getTime()
  return {
    ...row,
    start_time: start,
    end_time: new Date(row.end_time.getTime() + shift),
    sequence: row.sequence + 1,
  }
}

/**
 * Moves a session to another time, where that is free: the row keeps its id, so the old time is free in the same write and
 * stands not in its own way (B9). `done` holds in the batch where it was this act that did it.
 */
export function moveBooking(db: Database, row: BookingRow, { start, by, reason, now }: Moving) {
  const act = newId(now)
  const done = happened(act)
  const next = movedTo(row, start)
  const shift = start.getTime() - row.start_time.getTime()
  const wall = wallTimeOf(zones.zone(row.time_zone), start.getTime())
  const detail = JSON.stringify({
    from: row.start_time.toISOString(),
    to: start.toISOString(),
    ...(reason && { reason }),
  })
  const free = taken({
    ...next,
    busy_from: new Date(row.busy_from.getTime() + shift),
    busy_until: new Date(row.busy_until.getTime() + shift),
    now,
  })
  const statements: Statement[] = [
    ...expireHolds(db, [row.mentor_account_id, row.student_account_id], now),
    db.run(sql`insert into booking_history (id, booking_id, state, actor_id, detail, at)
      select ${act}, id, state, ${by}, ${detail}, ${now.getTime()} from bookings
      where id = ${row.id} and state in ('pending', 'confirmed') and sequence = ${row.sequence}
        and start_time > ${now.getTime()} and not (${free})`),
    db.run(sql`update bookings set start_time = start_time + ${shift}, end_time = end_time + ${shift},
        busy_from = busy_from + ${shift}, busy_until = busy_until + ${shift}, wall_time = ${`${wall.date}T${wall.time}`},
        zone_data_version = ${zoneDataVersion}, sequence = sequence + 1, updated_at = ${now.getTime()}
      where id = ${row.id} and ${done}`),
    db.run(sql`update booking_moves set state = iif(start_time = ${start.getTime()}, 'accepted', 'withdrawn'), answered_at = ${now.getTime()}
      where booking_id = ${row.id} and state = 'open' and ${done}`),
    ...(['student', 'mentor'] as const).flatMap((reader) =>
      tell(
        db,
        {
          row: next,
          reader,
          kind: 'booking_moved',
          cause: `moved:${next.sequence}`,
          extra: { other_time: row.start_time.toISOString(), ...(reason && { reason }) },
        },
        now,
        done,
      ),
    ),
    newsOf(db, 'session_moved', next, { now, when: done, was: row.start_time }),
    ...openingsChanged(db, [row.mentor_account_id, row.student_account_id], now, { when: done }),
  ]
  return { act, done, next, statements }
}

/** Asks the other side; one wish at a time. `done` holds where this one was written. */
export function askToMove(db: Database, row: BookingRow, { start, by, reason, now }: Moving) {
  const move: Move = {
    id: newId(now),
    booking_id: row.id,
    by_account_id: by,
    state: 'open',
    start_time: start,
    reason: reason ?? null,
    sequence: row.sequence,
    answer_by: new Date(Math.min(row.start_time.getTime(), start.getTime())),
    created_at: now,
    answered_at: null,
  }
  const done = sql`exists (select 1 from booking_moves where id = ${move.id})`
  const reader = by === row.mentor_account_id ? 'student' : 'mentor'
  const statements: Statement[] = [
    db.run(sql`update booking_moves set state = 'expired', answered_at = ${now.getTime()}
      where booking_id = ${row.id} and state = 'open' and answer_by <= ${now.getTime()}`),
    db.run(sql`insert into booking_moves (id, booking_id, by_account_id, state, start_time, reason, sequence, answer_by, created_at)
      select ${move.id}, b.id, ${by}, 'open', ${start.getTime()}, ${move.reason}, b.sequence, ${move.answer_by.getTime()}, ${now.getTime()}
      from bookings b where b.id = ${row.id} and b.sequence = ${row.sequence} and b.state in ('pending', 'confirmed')
        and not exists (select 1 from booking_moves where booking_id = b.id and state = 'open')`),
    ...tell(
      db,
      {
        row,
        reader,
        kind: 'move_asked',
        cause: `move:${move.id}`,
        extra: { other_time: start.toISOString(), ...(reason && { reason }) },
      },
      now,
      done,
    ),
  ]
  return { move, done, statements }
}

/** The wish ends without the session moving. */
export const closeMove = (
  db: Database,
  row: BookingRow,
  move: Move,
  { state, now }: { state: 'declined' | 'withdrawn'; now: Date },
): Statement[] => [
  ...(state === 'declined'
    ? tell(
        db,
        {
          row,
          reader: move.by_account_id === row.mentor_account_id ? 'mentor' : 'student',
          kind: 'move_declined',
          cause: `declined:${move.id}`,
        },
        now,
        isOpen(move.id),
      )
    : []),
  db
    .update(booking_moves)
    .set({ state, answered_at: now })
    .where(and(eq(booking_moves.id, move.id), eq(booking_moves.state, 'open')))
    .returning({ id: booking_moves.id }),
]

const isOpen = (id: string): SQL => sql`exists (select 1 from booking_moves where id = ${id} and state = 'open')`

/** What the offer says today about times; the length and the buffers are those of the booking. */
export const policyOf = (db: Database, booking_id: string) =>
  db
    .select(
      shape({
        minutes: offers.minutes,
        buffer_before_minutes: offers.buffer_before_minutes,
        buffer_after_minutes: offers.buffer_after_minutes,
        minimum_notice_minutes: offers.minimum_notice_minutes,
        horizon_days: offers.horizon_days,
        most_per_day: offers.most_per_day,
        most_per_week: offers.most_per_week,
      }),
    )
    .from(offers)
    .where(sql`${offers.id} = (select offer_id from bookings where id = ${booking_id})`)

export const mentorOfBooking = (id: string): SQL => sql`(select mentor_account_id from bookings where id = ${id})`
export const studentOfBooking = (id: string): SQL => sql`(select student_account_id from bookings where id = ${id})`

/** The other times that were proposed together with this one. */
export const siblingsOf = (db: Database, id: string) =>
  db
    .select(
      shape({
        id: bookings.id,
        state: bookings.state,
        start_time: bookings.start_time,
        end_time: bookings.end_time,
        hold_expires_at: bookings.hold_expires_at,
        answer_by: bookings.answer_by,
      }),
    )
    .from(bookings)
    .where(
      sql`${bookings.proposal_id} = (select proposal_id from bookings where id = ${id}) and ${bookings.id} <> ${id}`,
    )
    .orderBy(asc(bookings.start_time))
