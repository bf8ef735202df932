import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ApplicationAct, CHECK_KINDS, CHECKERS, LINK_PROOF_STATES } from '../contract/applications.constants'
import type { APPLICATION_STATES } from '../contract/mentors.constants'
import { instant } from '../lib/columns'
import { mentors } from './mentors.schema'

const list = (name: string) => text(name, { mode: 'json' }).$type<string[]>().notNull().default([])
const state = (name: string) => text(name).$type<(typeof APPLICATION_STATES)[number]>().notNull()
const ofMentor = () =>
  text('account_id')
    .notNull()
    .references(() => mentors.account_id)

/** What an applicant writes beside the profile; where the application stands is in the mentor's own row. */
export const mentor_applications = sqliteTable('mentor_applications', {
  account_id: ofMentor().primaryKey(),
  experience: text('experience'),
  motivation: text('motivation'),
  links: list('links'),
  evidence_file_ids: list('evidence_file_ids'),
  changed_at: instant('changed_at').notNull(),
})

/** Append-only: only the words of a reason can be erased with their person. */
export const application_history = sqliteTable(
  'application_history',
  {
    id: text('id').primaryKey(),
    account_id: ofMentor(),
    act: text('act').$type<ApplicationAct>().notNull(),
    from_state: state('from_state'),
    to_state: state('to_state'),
    /** Null where the system did it. */
    by_account_id: text('by_account_id'),
    reason: text('reason'),
    at: instant('at').notNull(),
  },
  (t) => [index('history_of_application').on(t.account_id, t.at)],
)

/** What was checked and still stands. Triggers delete a check as soon as the profile says something else. */
export const mentor_checks = sqliteTable(
  'mentor_checks',
  {
    id: text('id').primaryKey(),
    account_id: ofMentor(),
    kind: text('kind').$type<(typeof CHECK_KINDS)[number]>().notNull(),
    subject: text('subject').notNull(),
    via: text('via'),
    checked_by: text('checked_by').$type<(typeof CHECKERS)[number]>().notNull(),
    staff_account_id: text('staff_account_id'),
    note: text('note'),
    checked_at: instant('checked_at').notNull(),
  },
  (t) => [uniqueIndex('checks_of_mentor').on(t.account_id, t.kind, t.subject)],
)

/** A letter to a company address; the token's hash comes when it is sent. Rows count the letters of a day. */
export const company_email_proofs = sqliteTable(
  'company_email_proofs',
  {
    id: text('id').primaryKey(),
    account_id: ofMentor(),
    email: text('email').notNull(),
    email_key: text('email_key').notNull(),
    company: text('company').notNull(),
    token_hash: text('token_hash').unique(),
    created_at: instant('created_at').notNull(),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [
    index('company_proofs_of_mentor').on(t.account_id, t.created_at),
    index('company_proofs_to_address').on(t.email_key),
    index('company_proofs_by_expiry').on(t.expires_at),
  ],
)

/** Pages of the profile that somebody asked us to read and that did not prove anything yet. */
export const link_proofs = sqliteTable(
  'link_proofs',
  {
    account_id: ofMentor(),
    url: text('url').notNull(),
    state: text('state').$type<(typeof LINK_PROOF_STATES)[number]>().notNull(),
    asked_at: instant('asked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.url] })],
)
