import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TimeRange } from '../contract/exceptions.constants'
import { mentors } from '../mentors/mentors.schema'

const mentor = () =>
  text('mentor_account_id')
    .notNull()
    .references(() => mentors.account_id)

/** Hours of one local date, instead of those of its weekday; none is a day off. */
export const date_overrides = sqliteTable(
  'date_overrides',
  {
    mentor_account_id: mentor(),
    date: text('date').notNull(),
    ranges: text('ranges', { mode: 'json' }).$type<TimeRange[]>().notNull(),
    note: text('note'),
  },
  (t) => [primaryKey({ columns: [t.mentor_account_id, t.date] })],
)

/** Days off, both dates included, whatever the week or a single date says. */
export const away_periods = sqliteTable(
  'away_periods',
  {
    id: text('id').primaryKey(),
    mentor_account_id: mentor(),
    from_date: text('from_date').notNull(),
    to_date: text('to_date').notNull(),
    note: text('note'),
  },
  (t) => [index('away_of_mentor').on(t.mentor_account_id, t.to_date)],
)

/** Dates, both included, whose hours are read on the clock of another zone. No two of a mentor share a date. */
export const zone_periods = sqliteTable(
  'zone_periods',
  {
    id: text('id').primaryKey(),
    mentor_account_id: mentor(),
    from_date: text('from_date').notNull(),
    to_date: text('to_date').notNull(),
    time_zone: text('time_zone').notNull(),
  },
  (t) => [index('zones_of_mentor').on(t.mentor_account_id, t.to_date)],
)
