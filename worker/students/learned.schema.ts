import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { Proposer } from '../contract/my-students.constants'
import { instant } from '../lib/columns'

/** What a student learned with a mentor. It counts once the student has confirmed it. */
export const learned_skills = sqliteTable(
  'learned_skills',
  {
    id: text('id').primaryKey(),
    student_account_id: text('student_account_id')
      .notNull()
      .references(() => accounts.id),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    /** As in `mentor_skills`: the taxonomy's id, or a word of one's own. */
    skill_key: text('skill_key').notNull(),
    skill: text('skill').notNull(),
    proposed_by: text('proposed_by').$type<Proposer>().notNull(),
    proposed_at: instant('proposed_at').notNull(),
    confirmed_at: instant('confirmed_at'),
  },
  (t) => [
    uniqueIndex('learned_once').on(t.student_account_id, t.mentor_account_id, t.skill_key),
    index('learned_with_mentor').on(t.mentor_account_id),
  ],
)

/** What a mentor writes down about a student, for themselves alone. */
export const mentor_notes = sqliteTable(
  'mentor_notes',
  {
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => accounts.id),
    student_account_id: text('student_account_id')
      .notNull()
      .references(() => accounts.id),
    text: text('text').notNull(),
    updated_at: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mentor_account_id, t.student_account_id] }),
    index('mentor_notes_about').on(t.student_account_id),
  ],
)
