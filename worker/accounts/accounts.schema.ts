import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '../contract/accounts.constants'
import { instant } from '../lib/columns'

export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** As typed, for sending. */
  email: text('email').notNull(),
  /** NFKC and lower case, for comparing (A1). */
  email_key: text('email_key').notNull().unique(),
  email_verified_at: instant('email_verified_at'),
  password_hash: text('password_hash'),
  accepted_terms_at: instant('accepted_terms_at').notNull(),
  terms_version: text('terms_version').notNull(),
  date_of_birth: text('date_of_birth'),
  time_zone: text('time_zone').notNull(),
  picture_url: text('picture_url'),
  suspended_at: instant('suspended_at'),
  password_changed_at: instant('password_changed_at'),
  /** Sealed; it counts once `totp_enabled_at` says that a code of it was seen. */
  totp_secret: text('totp_secret'),
  totp_enabled_at: instant('totp_enabled_at'),
  /** The step of the last code that was taken: no code works twice. */
  totp_step: integer('totp_step'),
  /** Sealed; shown to its owner, who has not typed a code of it yet. */
  totp_pending: text('totp_pending'),
  /** Closing was asked for; until the end of the grace it can be taken back (A8). */
  closing_at: instant('closing_at'),
  /** Erased: the row stays for references and holds nothing personal. */
  erased_at: instant('erased_at'),
  created_at: instant('created_at').notNull(),
})

/** Grants beyond `student`, which every account holds. */
export const account_roles = sqliteTable(
  'account_roles',
  {
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    role: text('role').$type<Role>().notNull(),
    granted_at: instant('granted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.account_id, t.role] })],
)

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token_hash: text('token_hash').notNull().unique(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    device: text('device').notNull(),
    created_at: instant('created_at').notNull(),
    seen_at: instant('seen_at').notNull(),
    expires_at: instant('expires_at').notNull(),
    second_factor_at: instant('second_factor_at'),
  },
  (t) => [index('sessions_of_account').on(t.account_id), index('sessions_by_expiry').on(t.expires_at)],
)

/** A table for this purpose alone, so that its token can never serve another act. */
export const email_verifications = sqliteTable(
  'email_verifications',
  {
    token_hash: text('token_hash').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    email_key: text('email_key').notNull(),
    /** Of the six digits, keyed, so that a dump cannot try them all. */
    code_hash: text('code_hash'),
    tries: integer('tries').notNull().default(0),
    code_expires_at: instant('code_expires_at'),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [
    index('email_verifications_of_account').on(t.account_id),
    index('email_verifications_by_expiry').on(t.expires_at),
  ],
)

/** One-use tickets that open a socket where neither cookie nor header can be sent. */
export const socket_tickets = sqliteTable(
  'socket_tickets',
  {
    ticket_hash: text('ticket_hash').primaryKey(),
    session_id: text('session_id').notNull(),
    expires_at: instant('expires_at').notNull(),
  },
  (t) => [index('socket_tickets_by_expiry').on(t.expires_at)],
)
