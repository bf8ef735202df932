import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { CONSENT_STATES } from '../contract/guardians.constants'
import { instant } from '../lib/columns'
import { mentors } from '../mentors/mentors.schema'

/** Whom a minor named as parent or guardian. */
export const guardians = sqliteTable('guardians', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  email: text('email').notNull(),
  updated_at: instant('updated_at').notNull(),
})

/** What the guardian said to one mentor. */
export const guardian_consents = sqliteTable(
  'guardian_consents',
  {
    id: text('id').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    mentor_account_id: text('mentor_account_id')
      .notNull()
      .references(() => mentors.account_id),
    /** The address that was asked: a new guardian is asked anew. */
    email: text('email').notNull(),
    state: text('state').$type<(typeof CONSENT_STATES)[number]>().notNull(),
    /** As the guardian signed it. */
    guardian_name: text('guardian_name'),
    requested_at: instant('requested_at').notNull(),
    decided_at: instant('decided_at'),
  },
  (t) => [
    uniqueIndex('consent_of_pair').on(t.account_id, t.mentor_account_id),
    index('consents_of_mentor').on(t.mentor_account_id),
  ],
)

/** The links of the mails about a request; by any of them a yes can be taken back. */
export const guardian_links = sqliteTable(
  'guardian_links',
  {
    token_hash: text('token_hash').primaryKey(),
    consent_id: text('consent_id')
      .notNull()
      .references(() => guardian_consents.id),
  },
  (t) => [index('links_of_consent').on(t.consent_id)],
)
