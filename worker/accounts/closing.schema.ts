import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { APPLICATION_STATES } from '../contract/mentors.constants'
import { instant } from '../lib/columns'
import { accounts } from './accounts.schema'

/** Accounts in their time of grace; erased or reopened ones have no row. */
export const account_closings = sqliteTable(
  'account_closings',
  {
    account_id: text('account_id')
      .primaryKey()
      .references(() => accounts.id),
    reason: text('reason'),
    /** Of the mentor who was taken from the lists, to return to. */
    application_state: text('application_state').$type<(typeof APPLICATION_STATES)[number]>(),
    closing_at: instant('closing_at').notNull(),
  },
  (t) => [index('account_closings_by_age').on(t.closing_at)],
)
