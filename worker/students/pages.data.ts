import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { preferences } from '../accounts/preferences.schema'
import { shape, type Database } from '../lib/database'
import { students } from './students.schema'

/** The account behind a display id. */
export const studentNumbered = (student_id: string): SQL =>
  sql`(select account_id from students where student_id = ${student_id})`

/** A page that its person opened to everybody; whether they are of age is for the caller to judge. */
export const openPage = (db: Database, student_id: string) =>
  db
    .select(
      shape({
        student_id: students.student_id,
        name: accounts.name,
        picture_url: accounts.picture_url,
        bio: students.bio,
        skills: students.skills,
        interests: students.interests,
        linkedin_url: students.linkedin_url,
        github_url: students.github_url,
        portfolio_url: students.portfolio_url,
        searchable: preferences.searchable,
        date_of_birth: accounts.date_of_birth,
        time_zone: accounts.time_zone,
      }),
    )
    .from(students)
    .innerJoin(accounts, eq(accounts.id, students.account_id))
    .innerJoin(preferences, eq(preferences.account_id, students.account_id))
    .where(
      and(
        eq(students.student_id, student_id),
        eq(preferences.public_page, true),
        isNull(accounts.suspended_at),
        isNull(accounts.closing_at),
      ),
    )
