import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../lib/database'
import { REVIEW_DAYS } from '../contract/reviews.constants'
import type { BookingState } from '../contract/bookings.constants'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Wide enough for today in every zone; who knows the zone cuts it. */
const AROUND = 26 * HOUR

/** Sessions that a mentor gives around now, a row for each seat; a hold that nobody paid is none. */
export const sessionsAround = (db: Database, mentor: SQL, now: Date) =>
  db.all<{
    id: string
    room_id: string
    state: BookingState
    start_time: number
    end_time: number
    offer_title: string
    name: string
    picture_url: string | null
  }>(sql`select b.id, b.room_id, b.state, b.start_time, b.end_time, b.offer_title, a.name, a.picture_url
    from bookings b join accounts a on a.id = b.student_account_id
    where b.mentor_account_id = ${mentor} and b.busy_until > ${now.getTime() - AROUND}
      and b.start_time between ${now.getTime() - AROUND} and ${now.getTime() + AROUND}
      and (b.state in ('confirmed', 'in_progress', 'completed', 'student_absent', 'mentor_absent', 'nobody_came')
        or b.state = 'pending' and b.answer_by > ${now.getTime()})
    order by b.start_time, b.id`)

/** The times of one proposal are one request. */
export const requestsWaiting = (db: Database, mentor: SQL, now: Date) =>
  db.all<{ count: number }>(sql`select count(distinct coalesce(proposal_id, id)) as count from bookings
    where mentor_account_id = ${mentor} and busy_until > ${now.getTime()} and state = 'pending' and answer_by > ${now.getTime()}`)

/** New times that the other side asks for, the first to answer first. */
export const movesToAnswer = (db: Database, me: SQL, now: Date) =>
  db.all<{ booking_id: string; name: string; start_time: number; asked_time: number; answer_by: number }>(sql`
    select b.id as booking_id, a.name, b.start_time, m.start_time as asked_time, m.answer_by
    from (select id, start_time, student_account_id as other from bookings
        where mentor_account_id = ${me} and busy_until > ${now.getTime()}
      union all select id, start_time, mentor_account_id from bookings
        where student_account_id = ${me} and end_time > ${now.getTime()}) b
    join booking_moves m on m.booking_id = b.id and m.state = 'open' and m.answer_by > ${now.getTime()}
      and m.by_account_id = b.other
    join accounts a on a.id = b.other order by m.answer_by`)

/** Reviews that can be read and that the mentor has not answered. */
export const unansweredReviews = (db: Database, mentor: SQL) =>
  db.all<{ count: number }>(sql`select count(*) as count from reviews r where r.mentor_account_id = ${mentor}
    and r.side = 'student' and r.published_at is not null and r.removed_at is null
    and not exists (select 1 from review_replies p where p.review_id = r.id)`)

const MOST_TO_REVIEW = 3
/** Sessions that took place and that the student may still write about, the latest first. */
export const sessionsToReview = (db: Database, student: SQL, now: Date) =>
  db.all<{ booking_id: string; mentor_name: string; write_until: number }>(sql`
    select b.id as booking_id, a.name as mentor_name, coalesce(b.judged_at, b.end_time) + ${REVIEW_DAYS * DAY} as write_until
    from bookings b join accounts a on a.id = b.mentor_account_id
    where b.student_account_id = ${student} and b.state = 'completed' and b.end_time > ${now.getTime() - 2 * REVIEW_DAYS * DAY}
      and coalesce(b.judged_at, b.end_time) > ${now.getTime() - REVIEW_DAYS * DAY}
      and not exists (select 1 from reviews r where r.booking_id = b.id and r.side = 'student')
    order by b.end_time desc limit ${MOST_TO_REVIEW}`)

/** What mentors propose and the student has not answered. */
export const proposalsTo = (db: Database, student: SQL) =>
  db.all<{ steps: number; skills: number }>(sql`select
    (select count(*) from goals g join goal_steps s on s.goal_id = g.id
      where g.student_account_id = ${student} and g.removed_at is null and s.proposed_by is not null) as steps,
    (select count(*) from learned_skills where student_account_id = ${student} and confirmed_at is null) as skills`)
