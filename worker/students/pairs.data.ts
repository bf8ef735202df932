import { sql, type SQL } from 'drizzle-orm'
import { showsGoals } from '../goals/goals.data'
import type { Database } from '../lib/database'

/** A row of `page` is one mentor with one student, by their accounts. */
const together = sql`b.mentor_account_id = page.mentor and b.student_account_id = page.student`

const meeting = (which: SQL): SQL =>
  sql`(select json_object('booking_id', b.id, 'start_time', b.start_time, 'end_time', b.end_time,
    'offer_title', b.offer_title) from bookings b where ${together} and ${which} limit 1)`

const sharedGoals = sql`(select distinct g.goal_id from bookings b join shared_goals g on g.booking_id = b.id
  join goals on goals.id = g.goal_id where ${together} and ${showsGoals} and goals.removed_at is null)`
/** A mentor's proposal that waits is no step yet. */
const ownSteps = sql`from goal_steps s where s.proposed_by is null and s.goal_id in ${sharedGoals}`

/** What the two have done together: the one place where either side's numbers are made. */
const numbersAt = (now: Date): SQL => sql`json_object(
  'last_session', json(${meeting(sql`b.state = 'completed' order by b.start_time desc`)}),
  'next_session', json(${meeting(sql`b.state in ('confirmed', 'in_progress') and b.end_time > ${now.getTime()} order by b.start_time`)}),
  'sessions', (select count(*) from bookings b where ${together} and b.state = 'completed'),
  'minutes', (select coalesce(sum(b.minutes), 0) from bookings b where ${together} and b.state = 'completed'),
  'shared_goals', (select count(*) from ${sharedGoals}),
  'shared_goals_done', (select count(*) from goals where done_at is not null and id in ${sharedGoals}),
  'steps', (select count(*) ${ownSteps}),
  'steps_done', (select count(*) ${ownSteps} and s.done_at is not null),
  'learned', (select count(*) from learned_skills l where l.student_account_id = page.student
    and l.mentor_account_id = page.mentor and l.confirmed_at is not null),
  'conversation_id', (select id from conversations where pair = page.mentor || ':' || page.student))`

interface StoredMeeting {
  booking_id: string
  start_time: number
  end_time: number
  offer_title: string
}
interface StoredNumbers {
  last_session: StoredMeeting | null
  next_session: StoredMeeting | null
  sessions: number
  minutes: number
  shared_goals: number
  shared_goals_done: number
  steps: number
  steps_done: number
  learned: number
  conversation_id: string | null
}
interface PairRow {
  /** The other person's number, as they are met here. */
  display_id: string
  name: string
  picture_url: string | null
  time_zone: string
  since: number
  numbers: string
  has_note: number
}

const meetingView = (met: StoredMeeting | null) =>
  met && { ...met, start_time: new Date(met.start_time), end_time: new Date(met.end_time) }

/** One person of the other side with what the two have done. */
export function pairView({ display_id: _, numbers, has_note: __, since, ...person }: PairRow) {
  const { last_session, next_session, ...counts } = JSON.parse(numbers) as StoredNumbers
  return {
    ...person,
    since: new Date(since),
    last_session: meetingView(last_session),
    next_session: meetingView(next_session),
    ...counts,
  }
}

/** For each side: its own column of a pair, the other's, and where the other's number stands. */
const SIDES = {
  mentor: { mine: sql`mentor_account_id`, theirs: sql`student_account_id`, table: sql`students`, id: sql`student_id` },
  student: { mine: sql`student_account_id`, theirs: sql`mentor_account_id`, table: sql`mentors`, id: sql`mentor_id` },
}
export type Side = keyof typeof SIDES

interface Wanted {
  now: Date
  limit: number
  after?: (string | number | null)[] | undefined
  /** A part of the name. */
  q?: string | undefined
  /** This person alone. */
  only?: SQL
}

/** People of the other side with a booking or a conversation, newest first, one more than the limit. */
export function pairsOf(db: Database, side: Side, me: SQL, { now, limit, after, q, only }: Wanted) {
  const { mine, theirs, table, id } = SIDES[side]
  const whom = only ? sql`and ${theirs} = ${only}` : sql``
  const named = q ? sql`and (instr(lower(a.name), lower(${q})) > 0)` : sql``
  const [mentor, student] = side === 'mentor' ? [sql`${me}`, sql`x.id`] : [sql`x.id`, sql`${me}`]
  return db.all<PairRow>(sql`
    with page as (
      select ${mentor} as mentor, ${student} as student, p.${id} as display_id, a.name, a.picture_url, a.time_zone,
        max(x.at) as since from (
          select ${theirs} as id, created_at as at from bookings where ${mine} = ${me} ${whom}
          union all
          select c.${theirs}, c.created_at from conversation_members own
          join conversations c on c.id = own.conversation_id
          where own.account_id = ${me} and c.${mine} = ${me} ${only ? sql`and c.${theirs} = ${only}` : sql``}
        ) x join accounts a on a.id = x.id join ${table} p on p.account_id = x.id
        where true ${named}
        group by x.id having ${after ? sql`(since, display_id) < (${after[0]}, ${after[1]})` : sql`true`}
        order by since desc, display_id desc limit ${limit + 1})
    select display_id, name, picture_url, time_zone, since, ${numbersAt(now)} as numbers,
      exists (select 1 from mentor_notes n where n.mentor_account_id = page.mentor
        and n.student_account_id = page.student) as has_note
    from page order by since desc, display_id desc`)
}

/** Whether the two know each other, and have had a session; no row where they are strangers. */
export const bondOf = (db: Database, mentor: SQL, student: SQL) =>
  db.all<{ mentor_account_id: string; student_account_id: string; has_met: number }>(sql`
    select m.id as mentor_account_id, s.id as student_account_id, exists (select 1 from bookings
      where mentor_account_id = m.id and student_account_id = s.id and state = 'completed') as has_met
    from accounts m join accounts s on s.id = ${student}
    where m.id = ${mentor} and (
      exists (select 1 from bookings where mentor_account_id = m.id and student_account_id = s.id)
      or exists (select 1 from conversations where pair = m.id || ':' || s.id))`)
