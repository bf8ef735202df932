import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { MOST_LEARNED, MOST_LEARNED_SHOWN, type Proposer } from '../contract/my-students.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { notify } from '../notifications/notifications.data'
import { learned_skills } from './learned.schema'

const shown = {
  id: learned_skills.id,
  skill: learned_skills.skill,
  proposed_by: learned_skills.proposed_by,
  proposed_at: learned_skills.proposed_at,
  confirmed_at: learned_skills.confirmed_at,
}

const ofPair = (mentor: SQL | string, student: SQL | string) =>
  and(eq(learned_skills.student_account_id, student), eq(learned_skills.mentor_account_id, mentor))

export const learnedWith = (db: Database, mentor: SQL | string, student: SQL | string) =>
  db
    .select(shown)
    .from(learned_skills)
    .where(ofPair(mentor, student))
    .orderBy(desc(learned_skills.proposed_at), desc(learned_skills.id))
    .limit(MOST_LEARNED)

/** What waits for the student first, then the latest. */
export const learnedBy = (db: Database, student: SQL | string) =>
  db
    .select(shape({ ...shown, mentor_id: mentors.mentor_id, mentor_name: accounts.name }))
    .from(learned_skills)
    .innerJoin(mentors, eq(mentors.account_id, learned_skills.mentor_account_id))
    .innerJoin(accounts, eq(accounts.id, learned_skills.mentor_account_id))
    .where(eq(learned_skills.student_account_id, student))
    .orderBy(sql`${learned_skills.confirmed_at} is not null`, desc(learned_skills.proposed_at), desc(learned_skills.id))
    .limit(MOST_LEARNED_SHOWN)

/** One that is the person's, as the student or as the mentor who proposed it. */
export const learnedOf = (db: Database, id: string, { student, mentor }: { student: SQL } & { mentor?: SQL }) =>
  db
    .select({ ...shown, skill_key: learned_skills.skill_key, mentor_account_id: learned_skills.mentor_account_id })
    .from(learned_skills)
    .where(
      and(
        eq(learned_skills.id, id),
        eq(learned_skills.student_account_id, student),
        mentor
          ? and(eq(learned_skills.mentor_account_id, mentor), eq(learned_skills.proposed_by, 'mentor'))
          : undefined,
      ),
    )

interface NewLearned {
  id: string
  mentor: string
  student: string
  skill: { key: string; name: string }
  by: Proposer
  now: Date
}

/** Once for each pair and skill; the student's word confirms, also what the mentor proposed before. */
export const addLearned = (db: Database, { id, mentor, student, skill, by, now }: NewLearned): Statement => {
  const confirmed = by === 'student' ? now.getTime() : null
  return db.run(sql`insert into learned_skills
      (id, student_account_id, mentor_account_id, skill_key, skill, proposed_by, proposed_at, confirmed_at)
    select ${id}, ${student}, ${mentor}, ${skill.key}, ${skill.name}, ${by}, ${now.getTime()}, ${confirmed}
    where (select count(*) from learned_skills where student_account_id = ${student}
        and mentor_account_id = ${mentor} and skill_key <> ${skill.key}) < ${MOST_LEARNED}
    on conflict (student_account_id, mentor_account_id, skill_key)
      do update set confirmed_at = coalesce(confirmed_at, excluded.confirmed_at)`)
}

export const learnedSkill = (db: Database, mentor: string, student: string, key: string) =>
  db
    .select(shown)
    .from(learned_skills)
    .where(and(ofPair(mentor, student), eq(learned_skills.skill_key, key)))

export const confirmLearned = (db: Database, id: string, student: string, now: Date): Statement =>
  db.run(sql`update learned_skills set confirmed_at = coalesce(confirmed_at, ${now.getTime()})
    where id = ${id} and student_account_id = ${student}`)

export const dropLearned = (db: Database, id: string): Statement =>
  db.delete(learned_skills).where(eq(learned_skills.id, id))

/** The student is asked, where this call proposed it. */
export const tellProposed = (
  db: Database,
  { id, student, skill, now, mentor_name }: NewLearned & { mentor_name: string },
): Statement[] => {
  const data = { mentor_name, skill: skill.name }
  const notice = { person: student, kind: 'skill_learned_proposed' as const, cause: `learned:${id}:proposed`, data }
  return notify(db, notice, now, sql`exists (select 1 from learned_skills where id = ${id})`)
}

interface Confirmation {
  mentor: string
  student: { id: string; student_id: string; name: string }
  skill: { key: string; name: string }
  now: Date
}
/** The mentor hears of a skill once, however often it is confirmed. */
export const tellConfirmed = (db: Database, { mentor, student, skill, now }: Confirmation): Statement[] => {
  const data = { student_id: student.student_id, student_name: student.name, skill: skill.name }
  const cause = `learned:${student.id}:${skill.key}`
  const confirmed = sql`exists (select 1 from learned_skills where student_account_id = ${student.id}
    and mentor_account_id = ${mentor} and skill_key = ${skill.key} and confirmed_at is not null)`
  return notify(db, { person: mentor, kind: 'skill_learned', cause, data }, now, confirmed)
}
