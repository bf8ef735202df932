import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'

const list = (name: string) => text(name, { mode: 'json' }).$type<string[]>().notNull().default([])

export const students = sqliteTable('students', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  student_id: text('student_id').notNull().unique(),
  phone: text('phone'),
  college: text('college'),
  degree: text('degree'),
  field_of_study: text('field_of_study'),
  year_of_study: integer('year_of_study'),
  skills: list('skills'),
  interests: list('interests'),
  linkedin_url: text('linkedin_url'),
  github_url: text('github_url'),
  portfolio_url: text('portfolio_url'),
  bio: text('bio'),
})
