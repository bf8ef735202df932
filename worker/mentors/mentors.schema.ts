import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { NewStudents } from '../contract/availability.constants'
import type { APPLICATION_STATES } from '../contract/mentors.constants'
import { instant } from '../lib/columns'

export const mentors = sqliteTable(
  'mentors',
  {
    account_id: text('account_id')
      .primaryKey()
      .references(() => accounts.id),
    mentor_id: text('mentor_id').notNull().unique(),
    headline: text('headline'),
    promise: text('promise'),
    bio: text('bio'),
    phone: text('phone'),
    company: text('company'),
    designation: text('designation'),
    years_of_experience: integer('years_of_experience'),
    /** Only pre-fills a new offer. */
    hourly_rate_minor: integer('hourly_rate_minor'),
    hourly_rate_currency: text('hourly_rate_currency'),
    linkedin_url: text('linkedin_url'),
    github_url: text('github_url'),
    portfolio_url: text('portfolio_url'),
    /** The zone of the weekly rules. */
    availability_zone: text('availability_zone').notNull(),
    application_state: text('application_state').$type<(typeof APPLICATION_STATES)[number]>().notNull(),
    decision_reason: text('decision_reason'),
    decided_at: instant('decided_at'),
    decided_by: text('decided_by'),
    /** Null until an application is submitted, and again when it is taken back. */
    submitted_at: instant('submitted_at'),
    answer_by: instant('answer_by'),
    /** Derived: kept by a trigger on bookings, compared nightly with a recount. */
    total_sessions: integer('total_sessions').notNull().default(0),
    created_at: instant('created_at').notNull(),
    new_students: text('new_students').$type<NewStudents>().notNull().default('open'),
    /** In a week of the availability zone, Monday first. */
    most_sessions_per_week: integer('most_sessions_per_week'),
    /** Where the mentor likes to meet; shown to those who are due, from ten minutes before. */
    meeting_link: text('meeting_link'),
  },
  (t) => [
    index('mentors_by_sessions').on(t.application_state, t.total_sessions, t.mentor_id),
    index('mentors_by_age').on(t.application_state, t.created_at, t.mentor_id),
    index('mentors_by_submission').on(t.application_state, t.submitted_at, t.mentor_id),
  ],
)

export const mentor_skills = sqliteTable(
  'mentor_skills',
  {
    account_id: text('account_id')
      .notNull()
      .references(() => mentors.account_id),
    /** Lower case, for comparing. */
    skill_key: text('skill_key').notNull(),
    skill: text('skill').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.skill_key] }), index('mentors_of_skill').on(t.skill_key)],
)

export const mentor_languages = sqliteTable(
  'mentor_languages',
  {
    account_id: text('account_id')
      .notNull()
      .references(() => mentors.account_id),
    language: text('language').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.language] }), index('mentors_of_language').on(t.language)],
)
