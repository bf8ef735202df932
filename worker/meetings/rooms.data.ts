import { sql } from 'drizzle-orm'
import { ROOM_STATES } from '../contract/meetings.constants'
import type { Database } from '../lib/database'

const states = sql`(select value from json_each(${JSON.stringify(ROOM_STATES)}))`

export interface SeatRow {
  account_id: string
  booking_id: string
  offer_title: string
}

/** Who has the room, each with a booking of their own; the mentor with the first of them. */
export const seatsOf = (db: Database, room_id: string) =>
  db.all<SeatRow>(sql`select student_account_id as account_id, id as booking_id, offer_title from bookings
      where room_id = ${room_id} and state in ${states}
    union all select mentor_account_id, min(id), offer_title from bookings
      where room_id = ${room_id} and state in ${states} group by mentor_account_id`)

/** Rooms that somebody entered, of one of their people: where names and words may be. After one of them, in order. */
export const roomsOfPerson = (db: Database, account_id: string, after: string, limit: number) =>
  db.all<{ room_id: string }>(sql`select distinct room_id from (
      select room_id, kind from bookings where mentor_account_id = ${account_id}
      union all select room_id, kind from bookings where student_account_id = ${account_id}
    ) mine where room_id > ${after} and (kind = 'group' or exists (select 1 from presences p where p.room_id = mine.room_id))
    order by room_id limit ${limit}`)
