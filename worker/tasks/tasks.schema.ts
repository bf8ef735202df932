import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TaskKind } from '../contract/tasks.constants'
import { instant } from '../lib/columns'

/** What the product cannot settle by itself and leaves to a person. */
export const admin_tasks = sqliteTable(
  'admin_tasks',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<TaskKind>().notNull(),
    /** Of one cause there is one task. */
    cause: text('cause').notNull().unique(),
    booking_id: text('booking_id').notNull(),
    facts: text('facts', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    created_at: instant('created_at').notNull(),
    done_at: instant('done_at'),
    /** Null where it settled itself. */
    done_by: text('done_by'),
    note: text('note'),
  },
  (t) => [index('admin_tasks_by_state').on(t.done_at, t.id), index('admin_tasks_of_booking').on(t.booking_id)],
)
