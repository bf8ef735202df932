import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { PayoutMethod, WithdrawalAct, WithdrawalState } from '../contract/payouts.constants'
import { instant } from '../lib/columns'

/** Where a mentor's money goes. What could be misused is in the box, which opens only with the secret (C8). */
export const payout_profiles = sqliteTable('payout_profiles', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  /** Stands on invoices, so it is no secret. */
  legal_name: text('legal_name').notNull(),
  country: text('country').notNull(),
  method: text('method').$type<PayoutMethod>().notNull(),
  box: text('box').notNull(),
  changed_at: instant('changed_at').notNull(),
  /** Nothing is sent before: whoever took over the account has not taken the money yet. */
  payable_from: instant('payable_from').notNull(),
})

/** Append-only: who of the staff read a whole profile, and why. */
export const payout_profile_reads = sqliteTable(
  'payout_profile_reads',
  {
    id: text('id').primaryKey(),
    owner_account_id: text('owner_account_id')
      .notNull()
      .references(() => accounts.id),
    reader_account_id: text('reader_account_id')
      .notNull()
      .references(() => accounts.id),
    reason: text('reason').notNull(),
    read_at: instant('read_at').notNull(),
  },
  (t) => [
    index('profile_reads_of_owner').on(t.owner_account_id),
    index('profile_reads_by_reader').on(t.reader_account_id),
  ],
)

/** One file for the bank: the withdrawals that it pays name it. */
export const payout_exports = sqliteTable('payout_exports', {
  id: text('id').primaryKey(),
  by_account_id: text('by_account_id')
    .notNull()
    .references(() => accounts.id),
  created_at: instant('created_at').notNull(),
})

/** A mentor's wish to be paid. Its money leaves `available` in the batch that writes it. */
export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: text('id').primaryKey(),
    account_id: text('account_id')
      .notNull()
      .references(() => accounts.id),
    amount_minor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    state: text('state').$type<WithdrawalState>().notNull(),
    requested_at: instant('requested_at').notNull(),
    /** The first of two, above the limit. */
    first_approved_by: text('first_approved_by'),
    approved_at: instant('approved_at'),
    /** Where one person approved alone what asks for two: it is not sent before. */
    waits_until: instant('waits_until'),
    export_id: text('export_id').references(() => payout_exports.id),
    /** The profile's box as it was when it was exported: this is where the money went. */
    destination_box: text('destination_box'),
    /** The bank's own number of the transfer. */
    reference: text('reference'),
    /** Why it was refused or failed, in words for the mentor. */
    reason: text('reason'),
    ended_at: instant('ended_at'),
  },
  (t) => [
    index('withdrawals_of_account').on(t.account_id, t.id),
    index('withdrawals_by_state').on(t.state, t.id),
    index('withdrawals_of_export').on(t.export_id),
  ],
)

/** Append-only: every step of a withdrawal, by whom and why. */
export const withdrawal_history = sqliteTable(
  'withdrawal_history',
  {
    id: text('id').primaryKey(),
    withdrawal_id: text('withdrawal_id')
      .notNull()
      .references(() => withdrawals.id),
    act: text('act').$type<WithdrawalAct>().notNull(),
    by_account_id: text('by_account_id').notNull(),
    reason: text('reason'),
    at: instant('at').notNull(),
  },
  (t) => [index('history_of_withdrawal').on(t.withdrawal_id)],
)
