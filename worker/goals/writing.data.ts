import { sql, type SQL } from 'drizzle-orm'
import { MOST_GOALS, MOST_PROPOSED_STEPS, MOST_STEPS, RESTORE_HOURS } from '../contract/goals.constants'
import type { Database, Statement } from '../lib/database'
import { showsGoals } from './goals.data'

const HOUR = 3_600_000
const roomForGoal = (me: string): SQL =>
  sql`(select count(*) from goals where student_account_id = ${me} and removed_at is null) < ${MOST_GOALS}`
const roomForStep = (goal_id: string): SQL =>
  sql`(select count(*) from goal_steps where goal_id = ${goal_id}) < ${MOST_STEPS}`
const isMine = (goal_id: string, me: string): SQL =>
  sql`exists (select 1 from goals where id = ${goal_id} and student_account_id = ${me} and removed_at is null)`

interface Written {
  id: string
  me: string
  now: Date
}

/** At the end of the list, while there is room. */
export const addGoal = (db: Database, { id, me, now, title, note }: Written & { title: string; note: string }) =>
  db.run(sql`insert into goals (id, student_account_id, title, note, position, created_at, updated_at)
    select ${id}, ${me}, ${title}, nullif(${note}, ''),
      coalesce((select max(position) from goals where student_account_id = ${me}), 0) + 1, ${now.getTime()}, ${now.getTime()}
    where ${roomForGoal(me)}`)

interface GoalChanges {
  title?: string | undefined
  note?: string | undefined
  done?: boolean | undefined
}

const doneAt = (done: boolean | undefined, now: Date): SQL =>
  done === undefined ? sql`done_at` : done ? sql`coalesce(done_at, ${now.getTime()})` : sql`null`

export const changeGoal = (db: Database, { id, me, now }: Written, { title, note, done }: GoalChanges): Statement =>
  db.run(sql`update goals set title = coalesce(${title ?? null}, title),
      note = ${note === undefined ? sql`note` : sql`nullif(${note}, '')`}, done_at = ${doneAt(done, now)},
      updated_at = ${now.getTime()}
    where id = ${id} and student_account_id = ${me} and removed_at is null`)

/** The others take odd numbers in their order; the one that moves the even number before whoever has its new place. */
export const moveGoal = (db: Database, { id, me }: Omit<Written, 'now'>, to: number): Statement =>
  db.run(sql`update goals set position = t.place from (
      select id, 2 * (row_number() over (order by position, id)) - 1 as place from goals
      where student_account_id = ${me} and removed_at is null and id <> ${id}
      union all select id, ${2 * to} from goals where id = ${id}) t
    where goals.id = t.id and goals.student_account_id = ${me} and ${isMine(id, me)}`)

/** Kept for a while, for who takes it back. */
export const removeGoal = (db: Database, { id, me, now }: Written): Statement =>
  db.all(sql`update goals set removed_at = ${now.getTime()}
    where id = ${id} and student_account_id = ${me} and removed_at is null returning id`)

export const removedGoal = (db: Database, me: SQL | string, id: string) =>
  db.all<{ id: string }>(sql`select id from goals where id = ${id} and student_account_id = ${me}`)

/** Taken back as it was, with its steps and whom it was shared with. */
export const restoreGoal = (db: Database, { id, me }: Omit<Written, 'now'>): Statement =>
  db.run(sql`update goals set removed_at = null
    where id = ${id} and student_account_id = ${me} and removed_at is not null and ${roomForGoal(me)}`)

const overdue = (now: Date): SQL =>
  sql`(select id from goals where removed_at is not null and removed_at < ${now.getTime() - RESTORE_HOURS * HOUR})`
export const forgetGoals = (db: Database, now: Date): Statement[] => [
  db.run(sql`delete from shared_goals where goal_id in ${overdue(now)}`),
  db.run(sql`delete from goal_steps where goal_id in ${overdue(now)}`),
  db.all(sql`delete from goals where id in ${overdue(now)} returning id`),
]

interface Step extends Written {
  goal_id: string
}
const nextPlace = (goal_id: string): SQL =>
  sql`coalesce((select max(position) from goal_steps where goal_id = ${goal_id}), 0) + 1`

export const addStep = (
  db: Database,
  { id, goal_id, me, now, title, done }: Step & { title: string; done: boolean },
): Statement =>
  db.run(sql`insert into goal_steps (id, goal_id, title, done_at, position, created_at)
    select ${id}, ${goal_id}, ${title}, ${done ? now.getTime() : null}, ${nextPlace(goal_id)}, ${now.getTime()}
    where ${isMine(goal_id, me)} and ${roomForStep(goal_id)}`)

/** A mentor proposes where the goal is shared with a booking of theirs, while there is room. */
export const proposeStep = (
  db: Database,
  { id, goal_id, me, now, title, booking_id }: Step & { title: string; booking_id: string },
): Statement =>
  db.run(sql`insert into goal_steps (id, goal_id, title, position, proposed_by, created_at)
    select ${id}, g.goal_id, ${title}, ${nextPlace(goal_id)}, ${me}, ${now.getTime()}
    from shared_goals g join bookings b on b.id = g.booking_id join goals on goals.id = g.goal_id
    where g.booking_id = ${booking_id} and g.goal_id = ${goal_id} and b.mentor_account_id = ${me} and ${showsGoals}
      and goals.removed_at is null and ${roomForStep(goal_id)}
      and (select count(*) from goal_steps where goal_id = ${goal_id} and proposed_by = ${me}) < ${MOST_PROPOSED_STEPS}`)

export const isStep = (id: string): SQL => sql`exists (select 1 from goal_steps where id = ${id})`

interface StepChanges {
  title?: string | undefined
  done?: boolean | undefined
  accept?: true | undefined
}

/** A proposal stays as it is until it is taken. */
export const changeStep = (
  db: Database,
  { id, goal_id, me, now }: Step,
  { title, done, accept }: StepChanges,
): Statement =>
  db.run(sql`update goal_steps set title = coalesce(${title ?? null}, title), done_at = ${doneAt(done, now)}, proposed_by = null
    where id = ${id} and goal_id = ${goal_id} and ${isMine(goal_id, me)}
      and ${accept ? sql`true` : sql`proposed_by is null`}`)

export const moveStep = (db: Database, { id, goal_id, me }: Omit<Step, 'now'>, to: number): Statement =>
  db.run(sql`update goal_steps set position = t.place from (
      select id, 2 * (row_number() over (order by position, id)) - 1 as place from goal_steps
      where goal_id = ${goal_id} and id <> ${id}
      union all select id, ${2 * to} from goal_steps where id = ${id} and goal_id = ${goal_id}) t
    where goal_steps.id = t.id and goal_steps.goal_id = ${goal_id} and ${isMine(goal_id, me)}`)

export const removeStep = (db: Database, { id, goal_id, me }: Omit<Step, 'now'>): Statement =>
  db.all(sql`delete from goal_steps where id = ${id} and goal_id = ${goal_id} and ${isMine(goal_id, me)} returning id`)
