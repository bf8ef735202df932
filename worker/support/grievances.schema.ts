import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { instant } from '../lib/columns'

/** A formal complaint, with both its clocks. */
export const grievances = sqliteTable(
  'grievances',
  {
    id: text('id').primaryKey(),
    /** G000001 */
    reference: text('reference').notNull().unique(),
    /** Of whoever was signed in when filing it. */
    account_id: text('account_id').references(() => accounts.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    email_key: text('email_key').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    /** A path here. */
    about: text('about'),
    filed_at: instant('filed_at').notNull(),
    acknowledge_by: instant('acknowledge_by').notNull(),
    acknowledged_at: instant('acknowledged_at'),
    acknowledged_by: text('acknowledged_by').references(() => accounts.id),
    resolve_by: instant('resolve_by').notNull(),
    resolved_at: instant('resolved_at'),
    resolved_by: text('resolved_by').references(() => accounts.id),
    resolution: text('resolution'),
    /** When the clock that runs now ends; null once it is resolved. */
    due_at: instant('due_at'),
  },
  (t) => [
    index('grievances_by_clock').on(t.due_at, t.id),
    index('grievances_by_end').on(t.resolved_at, t.id),
    index('grievances_of_account').on(t.account_id),
    index('grievances_by_address').on(t.email_key),
  ],
)
