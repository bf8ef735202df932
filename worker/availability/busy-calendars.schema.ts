import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CalendarFault, CalendarState } from '../contract/exceptions.constants'
import { instant } from '../lib/columns'
import { mentors } from '../mentors/mentors.schema'

/** A calendar elsewhere whose times a mentor wants kept free. */
export const busy_calendars = sqliteTable(
  'busy_calendars',
  {
    id: text('id').primaryKey(),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    name: text('name').notNull(),
    /** Sealed, for whoever has it can read the calendar; only the host is shown again. */
    address: text('address').notNull(),
    host: text('host').notNull(),
    state: text('state').$type<CalendarState>().notNull(),
    fault: text('fault').$type<CalendarFault>(),
    /** Readings that failed, one after another. */
    failures: integer('failures').notNull().default(0),
    events: integer('events').notNull().default(0),
    read_at: instant('read_at'),
    due_at: instant('due_at').notNull(),
    created_at: instant('created_at').notNull(),
  },
  (t) => [index('calendars_of_mentor').on(t.mentor_account_id), index('calendars_due').on(t.due_at)],
)

/** When something in such a calendar keeps the mentor, and nothing of what it is. */
export const busy_times = sqliteTable(
  'busy_times',
  {
    calendar_id: text('calendar_id')
      .notNull()
      .references(() => busy_calendars.id, { onDelete: 'cascade' }),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    busy_from: instant('busy_from').notNull(),
    busy_until: instant('busy_until').notNull(),
  },
  (t) => [
    index('busy_times_of_calendar').on(t.calendar_id),
    index('busy_times_of_mentor').on(t.mentor_account_id, t.busy_until),
  ],
)
