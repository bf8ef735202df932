import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { MOST_GOALS, SHARING_STATES } from '../contract/goals.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { goals } from './goals.schema'

interface Named {
  mentor_id: string
  name: string
}
interface StoredStep {
  id: string
  title: string
  done_at: number | null
  proposed_by: Named | null
}

const parsed = (value: unknown): unknown => JSON.parse(String(value))
const states = sql.raw(SHARING_STATES.map((state) => `'${state}'`).join(', '))
/** The booking `b` still lets its mentor see what was shared with it. */
export const showsGoals = sql`b.state in (${states})`

/** The steps of the goal at hand, in their order: the student's own, and proposals by the mentors named by `proposers`. */
const stepsOf = (proposers: SQL) =>
  sql`(select json_group_array(json_object('id', s.id, 'title', s.title, 'done_at', s.done_at, 'proposed_by',
      json(iif(s.proposed_by is null, null, json_object('mentor_id', m.mentor_id, 'name', a.name)))) order by s.position, s.id)
    from goal_steps s left join accounts a on a.id = s.proposed_by left join mentors m on m.account_id = s.proposed_by
    where s.goal_id = goals.id and (s.proposed_by is null or ${proposers}))`.mapWith((value) =>
    (parsed(value) as StoredStep[]).map((step) => ({
      ...step,
      done_at: step.done_at === null ? null : new Date(step.done_at),
    })),
  )

const sharedWith = sql<Named[]>`(select json_group_array(json_object('mentor_id', m.mentor_id, 'name', a.name)) from (
    select distinct b.mentor_account_id as id from shared_goals g join bookings b on b.id = g.booking_id
    where g.goal_id = goals.id and ${showsGoals}) who
  join accounts a on a.id = who.id join mentors m on m.account_id = who.id)`.mapWith(
  (value) => parsed(value) as Named[],
)

const shown = {
  id: goals.id,
  title: goals.title,
  note: sql<string>`coalesce(${goals.note}, '')`,
  done_at: goals.done_at,
}
const isKept = isNull(goals.removed_at)

const own = () =>
  shape({
    ...shown,
    created_at: goals.created_at,
    updated_at: goals.updated_at,
    steps: stepsOf(sql`true`),
    shared_with: sharedWith,
  })

export const goalsOf = (db: Database, me: SQL | string) =>
  db
    .select(own())
    .from(goals)
    .where(and(eq(goals.student_account_id, me), isKept))
    .orderBy(asc(goals.position), asc(goals.id))
    .limit(MOST_GOALS)

export const goalOf = (db: Database, me: SQL | string, id: string) =>
  db
    .select(own())
    .from(goals)
    .where(and(eq(goals.id, id), eq(goals.student_account_id, me), isKept))
export type GoalRow = Awaited<ReturnType<typeof goalOf>>[number]

/** Goals that the mentor of a booking sees, with what they proposed themselves. */
const sharedColumns = (mentor: SQL | string) => shape({ ...shown, steps: stepsOf(sql`s.proposed_by = ${mentor}`) })

const sharedWithBooking = (booking_id: string, me: SQL | string): SQL =>
  sql`exists (select 1 from shared_goals g join bookings b on b.id = g.booking_id
    where g.goal_id = goals.id and g.booking_id = ${booking_id} and ${showsGoals}
      and (b.mentor_account_id = ${me} or b.student_account_id = ${me}))`

const studentOf = (booking_id: string): SQL => sql`(select student_account_id from bookings where id = ${booking_id})`
const mentorOf = (booking_id: string): SQL => sql`(select mentor_account_id from bookings where id = ${booking_id})`

/** What is shared with a booking, for one of its two people. */
export const goalsOfBooking = (db: Database, booking_id: string, me: SQL | string) =>
  db
    .select(sharedColumns(mentorOf(booking_id)))
    .from(goals)
    .where(and(eq(goals.student_account_id, studentOf(booking_id)), isKept, sharedWithBooking(booking_id, me)))
    .orderBy(asc(goals.position), asc(goals.id))
    .limit(MOST_GOALS)
export type SharedRow = Awaited<ReturnType<typeof goalsOfBooking>>[number]

/** One of them. */
export const goalOfBooking = (db: Database, booking_id: string, me: SQL | string, goal_id: string) =>
  db
    .select(sharedColumns(mentorOf(booking_id)))
    .from(goals)
    .where(and(eq(goals.id, goal_id), isKept, sharedWithBooking(booking_id, me)))

/** What a student shares with a mentor through any booking of the two. */
export const sharedGoalsWith = (db: Database, mentor: SQL | string, student: SQL | string) =>
  db
    .select(sharedColumns(mentor))
    .from(goals)
    .where(
      and(
        eq(goals.student_account_id, student),
        isKept,
        sql`exists (select 1 from shared_goals g join bookings b on b.id = g.booking_id
          where g.goal_id = goals.id and b.mentor_account_id = ${mentor} and ${showsGoals})`,
      ),
    )
    .orderBy(asc(goals.position), asc(goals.id))
    .limit(MOST_GOALS)

/** A booking and its two people, for one of them. */
export const sessionOf = (db: Database, booking_id: string, me: SQL | string) =>
  db.all<{
    booking_id: string
    state: string
    offer_title: string
    mentor_account_id: string
    mentor_name: string
    student_account_id: string
    student_name: string
  }>(sql`select b.id as booking_id, b.state, b.offer_title, b.mentor_account_id, m.name as mentor_name,
      b.student_account_id, s.name as student_name
    from bookings b join accounts m on m.id = b.mentor_account_id join accounts s on s.id = b.student_account_id
    where b.id = ${booking_id} and (b.mentor_account_id = ${me} or b.student_account_id = ${me})`)
export type Session = Awaited<ReturnType<typeof sessionOf>>[number]

export const ownAmong = (db: Database, me: SQL | string, ids: string[]) =>
  db.all<{ id: string }>(sql`select id from goals where student_account_id = ${me} and removed_at is null
    and id in (select value from json_each(${JSON.stringify(ids)}))`)

/** Exactly these are shared from now on, where all of them are the student's own. */
export const shareGoals = (
  db: Database,
  { booking_id, me, goal_ids, now }: { booking_id: string; me: string; goal_ids: string[]; now: Date },
): Statement[] => {
  const list = JSON.stringify(goal_ids)
  const mine = sql`exists (select 1 from bookings b where b.id = ${booking_id} and b.student_account_id = ${me} and ${showsGoals})
    and not exists (select 1 from json_each(${list}) where value not in
      (select id from goals where student_account_id = ${me} and removed_at is null))`
  return [
    db.run(sql`delete from shared_goals where booking_id = ${booking_id}
      and goal_id not in (select value from json_each(${list})) and ${mine}`),
    db.run(sql`insert into shared_goals (booking_id, goal_id, shared_at)
      select ${booking_id}, value, ${now.getTime()} from json_each(${list}) where ${mine}
      on conflict (booking_id, goal_id) do nothing`),
  ]
}
