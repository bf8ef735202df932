import { sql, type SQL } from 'drizzle-orm'
import { PROGRESS_WEEKS } from '../contract/my-students.constants'
import type { Database } from '../lib/database'

const WEEK = 7 * 86_400_000

interface Totals {
  sessions: number
  minutes: number
  mentors: number
  goals_open: number
  goals_done: number
  steps_done: number
  learned: number
  proposed: number
}

const kept = (me: SQL): SQL => sql`goals where student_account_id = ${me} and removed_at is null`
const mine = (me: SQL): SQL => sql`learned_skills where student_account_id = ${me}`

export const totalsOf = (db: Database, me: SQL) =>
  db.all<Totals>(sql`select count(*) as sessions, coalesce(sum(minutes), 0) as minutes,
      count(distinct mentor_account_id) as mentors,
      (select count(*) from ${kept(me)} and done_at is null) as goals_open,
      (select count(*) from ${kept(me)} and done_at is not null) as goals_done,
      (select count(*) from goal_steps where done_at is not null and proposed_by is null
        and goal_id in (select id from ${kept(me)})) as steps_done,
      (select count(*) from ${mine(me)} and confirmed_at is not null) as learned,
      (select count(*) from ${mine(me)} and confirmed_at is null) as proposed
    from bookings where student_account_id = ${me} and state = 'completed'`)

/** Sessions that may lie in the weeks shown, whatever the zone. */
export const lately = (db: Database, me: SQL, now: Date) =>
  db.all<{ start_time: number; minutes: number }>(sql`select start_time, minutes from bookings
    where student_account_id = ${me} and end_time > ${now.getTime() - (PROGRESS_WEEKS + 1) * WEEK}
      and state = 'completed'`)
