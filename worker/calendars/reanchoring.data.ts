import { and, asc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm'
import { happened, selectBookings, type BookingRow } from '../bookings/bookings.data'
import { bookings } from '../bookings/bookings.schema'
import { roomOf } from '../bookings/holds.rules'
import { bookingData } from '../bookings/notices.data'
import { isLive } from '../bookings/times.data'
import { wallTimeOf, type ZoneData } from '../contract/zone'
import { type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { openingsChanged } from '../mentors/openings.data'
import { notify } from '../notifications/notifications.data'
import { leaveToStaff, settled } from '../tasks/tasks.data'
import { zone_editions } from './calendars.schema'
import type { Shift } from './reanchoring.rules'

const AGREED = ['pending', 'confirmed'] as const

/** Sessions ahead whose instant was found with another edition, in the order of their starts. */
export const ofOtherEditions = (
  db: Database,
  { version, now, after, most }: { version: string; now: Date; after: [number, string]; most: number },
) =>
  db
    .select({
      id: bookings.id,
      room_id: bookings.room_id,
      time_zone: bookings.time_zone,
      wall_time: bookings.wall_time,
      start_time: bookings.start_time,
    })
    .from(bookings)
    .where(
      and(
        inArray(bookings.state, AGREED),
        sql`${bookings.start_time} > ${now.getTime()}`,
        ne(bookings.zone_data_version, version),
        sql`(${bookings.start_time}, ${bookings.id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(bookings.start_time), asc(bookings.id))
    .limit(most)

/** Their instants are the same by this edition. */
export const confirmEdition = (db: Database, ids: string[], version: string): Statement =>
  db.run(sql`update bookings set zone_data_version = ${version}
    where id in (select value from json_each(${JSON.stringify(ids)}))`)

export const isSettled = (db: Database, version: string) =>
  db.select({ version: zone_editions.version }).from(zone_editions).where(eq(zone_editions.version, version))

export const settleEdition = (db: Database, version: string, now: Date): Statement =>
  db.insert(zone_editions).values({ version, settled_at: now }).onConflictDoNothing()

/** Every seat that is still taken, the first of them first. */
export const seatsOf = (db: Database, room_id: string) =>
  selectBookings(db)
    .where(and(eq(bookings.room_id, room_id), inArray(bookings.state, AGREED)))
    .orderBy(asc(bookings.id))

/** A booking of these people that keeps the time which the room would have; other seats of the room do not. */
const inTheWay = (
  { room_id, by }: Shift,
  now: Date,
): SQL => sql`(select b.id from bookings s join bookings b on ${isLive(now, 'b')}
    and b.room_id <> s.room_id and (
      (b.mentor_account_id = s.mentor_account_id and b.busy_until > s.busy_from + ${by} and b.busy_from < s.busy_until + ${by})
      or (b.student_account_id = s.mentor_account_id and b.end_time > s.busy_from + ${by} and b.start_time < s.busy_until + ${by})
      or (b.mentor_account_id = s.student_account_id and b.busy_until > s.start_time + ${by} and b.busy_from < s.end_time + ${by})
      or (b.student_account_id = s.student_account_id and b.end_time > s.start_time + ${by} and b.start_time < s.end_time + ${by}))
  where s.room_id = ${room_id} and s.state in ('pending', 'confirmed') limit 1)`

export const blockerOf = (db: Database, shift: Shift, now: Date) =>
  db.all<{ id: string | null }>(sql`select ${inTheWay(shift, now)} as id`)

/** All seats of a room move by as much, where nothing stands in their way; the last statement answers those that did. */
export function moveRoom(db: Database, seats: BookingRow[], shift: Shift, data: ZoneData, now: Date): Statement[] {
  const [first] = seats
  if (!first) return []
  const acts = seats.map((seat) => ({ seat, act: newId(now) }))
  const done = happened(acts[0]!.act)
  const room = roomOf({ id: first.offer_id, kind: first.kind }, first.room_id, shift.start + shift.by)
  const people = [...new Set(seats.flatMap((seat) => [seat.mentor_account_id, seat.student_account_id]))]
  return [
    ...acts.map(({ seat, act }, i) => remember(db, seat, act, { shift, now, when: i === 0 ? free(shift, now) : done })),
    // A group's room is named after its start, so that whoever joins later finds it.
    db.run(sql`update bookings set room_id = ${room} where room_id = ${shift.room_id} and ${done}`),
    ...seats.flatMap((seat) => tellMoved(db, seat, { shift, version: data.version, now, when: done })),
    settled(
      db,
      { kind: 'session_clash', booking_ids: seats.map(({ id }) => id), note: 'The time became free: it was moved.' },
      now,
      done,
    ),
    ...openingsChanged(db, people, now, { when: done }),
    db.all(sql`update bookings set start_time = start_time + ${shift.by}, end_time = end_time + ${shift.by},
        busy_from = busy_from + ${shift.by}, busy_until = busy_until + ${shift.by},
        answer_by = min(answer_by, start_time + ${shift.by}), sequence = sequence + 1, zone_data_version = ${data.version},
        wall_time = coalesce((select value ->> 1 from json_each(${JSON.stringify(wallTimes(seats, shift, data))})
          where value ->> 0 = bookings.id), wall_time),
        updated_at = ${now.getTime()}
      where id in (select value from json_each(${JSON.stringify(seats.map(({ id }) => id))}))
        and state in ('pending', 'confirmed') and ${done} returning id`),
  ]
}

const free = (shift: Shift, now: Date): SQL => sql`${inTheWay(shift, now)} is null`

/** The first seat keeps what was agreed; the others follow it, each on their own clock. */
const wallTimes = (seats: BookingRow[], { anchor_id, start, by }: Shift, data: ZoneData): [string, string | null][] =>
  seats
    .filter(({ id }) => id !== anchor_id)
    .map((seat) => {
      const { date, time } = wallTimeOf(data.zone(seat.time_zone), start + by)
      return [seat.id, `${date}T${time}`]
    })

interface Occasion {
  shift: Shift
  now: Date
  when: SQL
}

const remember = (db: Database, seat: BookingRow, act: string, { shift, now, when }: Occasion): Statement => {
  const detail = JSON.stringify({
    from: seat.start_time.toISOString(),
    to: new Date(shift.start + shift.by).toISOString(),
    reason: 'The clocks of the agreed zone change',
  })
  return db.run(sql`insert into booking_history (id, booking_id, state, actor_id, detail, at)
    select ${act}, id, state, null, ${detail}, ${now.getTime()} from bookings
    where id = ${seat.id} and state = ${seat.state} and sequence = ${seat.sequence} and ${when}`)
}

type Told = Occasion & { version: string }

/** Both hear of it, the mentor of a group once. */
const tellMoved = (db: Database, seat: BookingRow, { shift, version, now, when }: Told): Statement[] => {
  const row = { ...seat, start_time: new Date(shift.start + shift.by) }
  return tellBoth(db, row, 'session_reanchored', { version, now, when, other_time: seat.start_time })
}

const tellBoth = (
  db: Database,
  row: BookingRow,
  kind: 'session_reanchored' | 'session_clash',
  { version, now, when, other_time }: { version: string; now: Date; when: SQL; other_time: Date },
): Statement[] =>
  (['student', 'mentor'] as const).flatMap((reader) => {
    const about = reader === 'mentor' ? `room:${row.room_id}` : `booking:${row.id}`
    const data = { ...bookingData(row, reader, { other_time: other_time.toISOString() }), agreed_zone: row.time_zone }
    const person = reader === 'mentor' ? row.mentor_account_id : row.student_account_id
    return notify(db, { person, kind, cause: `${about}:${kind}:${version}`, data }, now, when)
  })

/** Nothing moves; a person settles it, and both know meanwhile which time holds. */
export function reportClash(
  db: Database,
  seats: BookingRow[],
  { shift, version, beside, now }: { shift: Shift; version: string; beside: string; now: Date },
): Statement[] {
  const [first] = seats
  if (!first) return []
  const wished = new Date(shift.start + shift.by)
  const facts = {
    time_zone: first.time_zone,
    stays_at: first.start_time.toISOString(),
    agreed_is_now: wished.toISOString(),
    zone_data: version,
    beside,
  }
  const cause = `session_clash:${first.id}:${version}`
  return [
    leaveToStaff(db, { kind: 'session_clash', cause, booking_id: first.id, facts }, now),
    ...seats.flatMap((seat) =>
      tellBoth(db, seat, 'session_clash', { version, now, when: sql`true`, other_time: wished }),
    ),
  ]
}
