import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'

/** What a student looks for; three mentors are matched to it. */
export const wishes = sqliteTable('wishes', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  goal: text('goal'),
  /** By the taxonomy's own names where it knows them. */
  skills: text('skills', { mode: 'json' }).$type<string[]>().notNull().default([]),
  budget_minor: integer('budget_minor'),
  currency: text('currency'),
  updated_at: instant('updated_at').notNull(),
})
