import { eq, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { shape, type Database, type Statement } from '../lib/database'
import { students } from './students.schema'

const details = {
  student_id: students.student_id,
  phone: students.phone,
  college: students.college,
  degree: students.degree,
  field_of_study: students.field_of_study,
  year_of_study: students.year_of_study,
  skills: students.skills,
  interests: students.interests,
  linkedin_url: students.linkedin_url,
  github_url: students.github_url,
  portfolio_url: students.portfolio_url,
  bio: students.bio,
}

export const ownStudent = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        ...details,
        name: accounts.name,
        email: accounts.email,
        time_zone: accounts.time_zone,
        picture_url: accounts.picture_url,
        date_of_birth: accounts.date_of_birth,
        date_joined: accounts.created_at,
      }),
    )
    .from(students)
    .innerJoin(accounts, eq(accounts.id, students.account_id))
    .where(eq(students.account_id, me))

export const changeStudent = (
  db: Database,
  account_id: string,
  change: Partial<typeof students.$inferInsert>,
): Statement[] =>
  Object.keys(change).length > 0 ? [db.update(students).set(change).where(eq(students.account_id, account_id))] : []
