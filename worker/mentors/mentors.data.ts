import { eq, sql, type SQL } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { shape, type Database, type Statement } from '../lib/database'
import { publicChecks } from './checks.data'
import { standing } from '../reviews/ratings.data'
import { mentor_languages, mentor_skills, mentors } from './mentors.schema'

const listOf = (table: string, column: string) =>
  sql<
    string[]
  >`coalesce((select json_group_array(${sql.raw(column)} order by position) from ${sql.raw(table)} where account_id = ${mentors.account_id}), '[]')`.mapWith(
    (json: string) => JSON.parse(json) as string[],
  )

export const listed = {
  account_id: mentors.account_id,
  mentor_id: mentors.mentor_id,
  name: accounts.name,
  headline: mentors.headline,
  picture_url: accounts.picture_url,
  time_zone: accounts.time_zone,
  skills: listOf('mentor_skills', 'skill'),
  languages: listOf('mentor_languages', 'language'),
  total_sessions: mentors.total_sessions,
  availability_zone: mentors.availability_zone,
  ...standing,
  new_students: mentors.new_students,
}

export const details = {
  promise: mentors.promise,
  bio: mentors.bio,
  company: mentors.company,
  designation: mentors.designation,
  years_of_experience: mentors.years_of_experience,
  linkedin_url: mentors.linkedin_url,
  github_url: mentors.github_url,
  portfolio_url: mentors.portfolio_url,
  checks: publicChecks,
}

export const ownMentor = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        ...listed,
        ...details,
        email: accounts.email,
        phone: mentors.phone,
        hourly_rate_minor: mentors.hourly_rate_minor,
        hourly_rate_currency: mentors.hourly_rate_currency,
        application_state: mentors.application_state,
        decision_reason: mentors.decision_reason,
        date_joined: mentors.created_at,
      }),
    )
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(eq(mentors.account_id, me))

type Change = SQLiteUpdateSetSource<typeof mentors>

/** The currency there is, else this one. */
export const currencyOr = (usual: string) => sql<string>`coalesce(${mentors.hourly_rate_currency}, ${usual})`

/** Changes only the keys present; lists are replaced whole. */
export const changeMentor = (
  db: Database,
  account_id: string,
  change: Change,
  lists: { expertise?: { key: string; name: string }[]; languages?: string[] },
): Statement[] => [
  ...(Object.keys(change).length > 0 ? [db.update(mentors).set(change).where(eq(mentors.account_id, account_id))] : []),
  ...(lists.expertise ? replaceSkills(db, account_id, lists.expertise) : []),
  ...(lists.languages ? replaceLanguages(db, account_id, lists.languages) : []),
]

const replaceSkills = (db: Database, account_id: string, skills: { key: string; name: string }[]): Statement[] => [
  db.delete(mentor_skills).where(eq(mentor_skills.account_id, account_id)),
  db.run(sql`insert into mentor_skills (account_id, skill_key, skill, position)
    select ${account_id}, value ->> 'key', value ->> 'name', key from json_each(${JSON.stringify(skills)})
    where true on conflict do nothing`),
]

/** Whoever listed this word has the skill that it has become; nobody has it twice. */
export const adoptWord = (
  db: Database,
  { word, key, skill }: { word: string; key: string; skill: string },
): Statement[] =>
  word === key
    ? [db.update(mentor_skills).set({ skill }).where(eq(mentor_skills.skill_key, key))]
    : [
        db.run(sql`insert into mentor_skills (account_id, skill_key, skill, position)
          select account_id, ${key}, ${skill}, position from mentor_skills where skill_key = ${word}
          on conflict do nothing`),
        db.delete(mentor_skills).where(eq(mentor_skills.skill_key, word)),
      ]

const replaceLanguages = (db: Database, account_id: string, languages: string[]): Statement[] => [
  db.delete(mentor_languages).where(eq(mentor_languages.account_id, account_id)),
  db.run(sql`insert into mentor_languages (account_id, language, position)
    select ${account_id}, value, key from json_each(${JSON.stringify(languages)}) where true on conflict do nothing`),
]
