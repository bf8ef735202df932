import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One row, kept by triggers and compared nightly with a recount. */
export const platform_totals = sqliteTable('platform_totals', {
  id: integer('id').primaryKey(),
  total_students: integer('total_students').notNull().default(0),
  total_mentors: integer('total_mentors').notNull().default(0),
  total_sessions: integer('total_sessions').notNull().default(0),
})

/** One row. */
export const site_status = sqliteTable('site_status', {
  id: integer('id').primaryKey(),
  maintenance_mode: integer('maintenance_mode', { mode: 'boolean' }).notNull().default(false),
  message: text('message'),
  until: integer('until', { mode: 'timestamp_ms' }),
})
