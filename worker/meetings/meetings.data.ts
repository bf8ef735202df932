import { and, desc, eq, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import { ROOM_STATES } from '../contract/meetings.constants'
import { conversations } from '../chat/chat.schema'
import { hasConsent } from '../guardians/guardians.data'
import { among, nullable, shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'

const mentor_accounts = alias(accounts, 'mentor_accounts')
const student_accounts = alias(accounts, 'student_accounts')

const parsed = <T>(json: SQL) => json.mapWith((value: string) => JSON.parse(value) as T)
const inRoom = among(bookings.state, ROOM_STATES)

export interface Seat {
  booking_id: string
  account_id: string
  student_id: string
  name: string
  picture_url: string | null
  time_zone: string
  date_of_birth: string | null
  answers: Record<string, string>
}

/** Everybody who has a seat in the room, in the order of their bookings. */
const seats = parsed<Seat[]>(sql`(select json_group_array(json_object('booking_id', b.id, 'account_id', a.id,
    'student_id', s.student_id, 'name', a.name, 'picture_url', a.picture_url, 'time_zone', a.time_zone,
    'date_of_birth', a.date_of_birth, 'answers', json(b.answers)))
  from bookings b join accounts a on a.id = b.student_account_id join students s on s.account_id = a.id
  where b.room_id = ${bookings.room_id} and b.state in (select value from json_each(${JSON.stringify(ROOM_STATES)})))`)

const isParty = (me: SQL | string): SQL =>
  or(eq(bookings.mentor_account_id, me), eq(bookings.student_account_id, me)) as SQL

/** The session with the people of its room, for one of them. */
export const roomOf = (db: Database, booking_id: string, me: SQL | string) =>
  db
    .select(
      shape({
        booking_id: bookings.id,
        room_id: bookings.room_id,
        kind: bookings.kind,
        state: bookings.state,
        offer_title: bookings.offer_title,
        start_time: bookings.start_time,
        end_time: bookings.end_time,
        questions: bookings.questions,
        mentor_account_id: bookings.mentor_account_id,
        mentor_id: mentors.mentor_id,
        mentor_name: mentor_accounts.name,
        mentor_picture_url: nullable(mentor_accounts.picture_url),
        mentor_zone: mentor_accounts.time_zone,
        meeting_link: nullable(mentors.meeting_link),
        me: sql<string>`${me}`,
        seats,
        consented: hasConsent(sql`${bookings.student_account_id}`, sql`${bookings.mentor_account_id}`),
        conversation_id: nullable(conversations.id),
      }),
    )
    .from(bookings)
    .innerJoin(mentors, eq(mentors.account_id, bookings.mentor_account_id))
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, bookings.mentor_account_id))
    .leftJoin(
      conversations,
      sql`${conversations.pair} = ${bookings.mentor_account_id} || ':' || ${bookings.student_account_id}`,
    )
    .where(and(eq(bookings.id, booking_id), isParty(me)))

export type Room = Awaited<ReturnType<typeof roomOf>>[number]

interface IntervalRow {
  is_mentor: number
  joined_at: number
  left_at: number | null
  by: 'room' | 'link'
}
interface ContestRow {
  id: string
  by_account_id: string
  reason: string
  state: 'open' | 'upheld' | 'dismissed'
  opened_at: number
  decided_at: number | null
  decision_reason: string | null
}

/** Only the two people of this booking: who else sat in a group is not their matter. */
const intervals = parsed<IntervalRow[]>(sql`(select json_group_array(json_object('is_mentor', is_mentor,
    'joined_at', joined_at, 'left_at', left_at, 'by', "by")) from (
      select is_mentor, joined_at, left_at, "by" from presences p where p.room_id = ${bookings.room_id}
        and p.account_id in (${bookings.mentor_account_id}, ${bookings.student_account_id}) order by joined_at, id))`)

const contests_of = parsed<
  ContestRow[]
>(sql`(select json_group_array(json_object('id', id, 'by_account_id', by_account_id,
    'reason', reason, 'state', state, 'opened_at', opened_at, 'decided_at', decided_at,
    'decision_reason', decision_reason)) from (select * from contests c where c.booking_id = ${bookings.id} order by opened_at))`)

export const attendanceFields = {
  booking_id: bookings.id,
  offer_title: bookings.offer_title,
  state: bookings.state,
  start_time: bookings.start_time,
  end_time: bookings.end_time,
  judged_at: nullable(bookings.judged_at),
  mentor_account_id: bookings.mentor_account_id,
  mentor_name: mentor_accounts.name,
  student_name: student_accounts.name,
  intervals,
}

export const withBothPeople = (db: Database, me: SQL | string) =>
  db
    .select(shape({ ...attendanceFields, me: sql<string>`${me}`, contests: contests_of }))
    .from(bookings)
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, bookings.mentor_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, bookings.student_account_id))

export type AttendanceRow = Awaited<ReturnType<typeof withBothPeople>>[number]

export const attendanceOf = (db: Database, booking_id: string, me: SQL | string) =>
  withBothPeople(db, me).where(and(eq(bookings.id, booking_id), isParty(me), inRoom))

/** Of all my sessions whose room has opened, newest first; one more than the limit. */
export const attendancesOf = (
  db: Database,
  me: SQL | string,
  { after, limit, opened }: { after: [number, string] | undefined; limit: number; opened: Date },
) =>
  withBothPeople(db, me)
    .where(
      and(
        isParty(me),
        inRoom,
        sql`${bookings.start_time} <= ${opened.getTime()}`,
        after && sql`(${bookings.start_time}, ${bookings.id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(bookings.start_time), desc(bookings.id))
    .limit(limit + 1)

/** Where a mentor likes to meet. */
export const meetingLinkOf = (db: Database, me: SQL | string) =>
  db.select({ url: mentors.meeting_link }).from(mentors).where(eq(mentors.account_id, me))
export const setMeetingLink = (db: Database, account_id: string, url: string | null): Statement =>
  db.update(mentors).set({ meeting_link: url }).where(eq(mentors.account_id, account_id))

export interface PresenceRow {
  id: string
  account_id: string
  is_mentor: boolean
  joined_at: number
  left_at: number | null
  by: 'room' | 'link'
}

/** What the room has seen. Writing it again changes nothing; an end that is known stays known. */
export const writePresences = (db: Database, room_id: string, found: PresenceRow[]): Statement =>
  db.run(sql`insert into presences (id, room_id, account_id, joined_at, left_at, "by", is_mentor)
    select value ->> 'id', ${room_id}, value ->> 'account_id', value ->> 'joined_at', value ->> 'left_at', value ->> 'by',
      value ->> 'is_mentor' from json_each(${JSON.stringify(found)}) where true
    on conflict (id) do update set left_at = excluded.left_at where excluded.left_at is not null`)
