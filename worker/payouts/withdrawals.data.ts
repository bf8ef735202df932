import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import type { WithdrawalAct, WithdrawalState } from '../contract/payouts.constants'
import { arrayOf, nullable, shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { availableTo } from '../payments/ledger.withdrawals.data'
import { payout_profiles, withdrawal_history, withdrawals } from './payouts.schema'

export type WithdrawalRow = typeof withdrawals.$inferSelect

interface Wish {
  id: string
  account_id: string
  amount_minor: number
  currency: string
  now: Date
}
/** Checks and writes in one statement: of two wishes at once that are too much together, one is kept. */
export const requestWithdrawal = (db: Database, { id, account_id, amount_minor, currency, now }: Wish): Statement[] => [
  db.run(sql`insert into withdrawals (id, account_id, amount_minor, currency, state, requested_at)
    select ${id}, ${account_id}, ${amount_minor}, ${currency}, 'requested', ${now.getTime()}
    where ${availableTo(account_id, currency)} >= ${amount_minor}
      and exists (select 1 from payout_profiles where account_id = ${account_id})`),
  db.run(sql`insert into withdrawal_history (id, withdrawal_id, act, by_account_id, at)
    select ${id}, ${id}, 'request', ${account_id}, ${now.getTime()} where ${isThere(id)}`),
]
export const isThere = (id: string): SQL => sql`exists (select 1 from withdrawals where id = ${id})`

/** Newest first, one more than the limit. */
export const withdrawalsOf = (
  db: Database,
  me: SQL | string,
  { before, limit }: { before: string | undefined; limit: number },
) =>
  db
    .select()
    .from(withdrawals)
    .where(and(eq(withdrawals.account_id, me), before === undefined ? undefined : lt(withdrawals.id, before)))
    .orderBy(desc(withdrawals.id))
    .limit(limit + 1)

export interface HistoryRow {
  act: WithdrawalAct
  by: string | null
  reason: string | null
  at: number
}
const history =
  arrayOf<HistoryRow>(sql`select json_group_array(json_object('act', act, 'by', name, 'reason', reason, 'at', at) order by at, h.rowid)
  from withdrawal_history h left join accounts a on a.id = h.by_account_id where withdrawal_id = ${withdrawals.id}`)

/** A withdrawal with everything that staff decide by. */
export const selectForStaff = (db: Database) =>
  db
    .select(
      shape({
        id: withdrawals.id,
        account_id: withdrawals.account_id,
        amount_minor: withdrawals.amount_minor,
        currency: withdrawals.currency,
        state: withdrawals.state,
        requested_at: withdrawals.requested_at,
        approved_at: withdrawals.approved_at,
        ended_at: withdrawals.ended_at,
        reference: withdrawals.reference,
        reason: withdrawals.reason,
        first_approved_by: withdrawals.first_approved_by,
        first_approver: sql<string | null>`(select name from accounts where id = ${withdrawals.first_approved_by})`,
        waits_until: withdrawals.waits_until,
        export_id: withdrawals.export_id,
        mentor_id: mentors.mentor_id,
        mentor_name: accounts.name,
        legal_name: nullable(payout_profiles.legal_name),
        payable_from: nullable(payout_profiles.payable_from),
        history,
      }),
    )
    .from(withdrawals)
    .innerJoin(accounts, eq(accounts.id, withdrawals.account_id))
    .innerJoin(mentors, eq(mentors.account_id, withdrawals.account_id))
    .leftJoin(payout_profiles, eq(payout_profiles.account_id, withdrawals.account_id))
export type StaffRow = Awaited<ReturnType<typeof selectForStaff>>[number]

/** Who waits longest comes first. */
export const queue = (
  db: Database,
  { state, after, limit }: { state: WithdrawalState; after: string | undefined; limit: number },
) =>
  selectForStaff(db)
    .where(and(eq(withdrawals.state, state), after === undefined ? undefined : sql`${withdrawals.id} > ${after}`))
    .orderBy(withdrawals.id)
    .limit(limit + 1)

export const withdrawalWith = (db: Database, id: string) => selectForStaff(db).where(eq(withdrawals.id, id))

/** How many others hold a role that approves. */
export const otherApprovers = (db: Database, me: SQL | string, withdrawal_id: string) =>
  db.all<{ count: number }>(sql`select count(distinct r.account_id) as count from account_roles r
    join accounts a on a.id = r.account_id
    where r.role in ('finance', 'admin') and a.erased_at is null and a.suspended_at is null and a.closing_at is null
      and r.account_id <> ${me} and r.account_id <> (select account_id from withdrawals where id = ${withdrawal_id})`)

export interface Step {
  history_id: string
  withdrawal_id: string
  act: WithdrawalAct
  from: WithdrawalState[]
  by: string
  reason: string | null
  now: Date
  /** What else has to be as it was seen. */
  when?: SQL
}

/** One step and its line of history, both or neither. */
export const step = (
  db: Database,
  { history_id, withdrawal_id, act, from, by, reason, now, when }: Step,
  change: Partial<WithdrawalRow>,
): Statement[] => [
  db.run(sql`insert into withdrawal_history (id, withdrawal_id, act, by_account_id, reason, at)
    select ${history_id}, id, ${act}, ${by}, ${reason}, ${now.getTime()} from withdrawals
    where id = ${withdrawal_id} and state in (select value from json_each(${JSON.stringify(from)})) and ${when ?? sql`true`}`),
  db
    .update(withdrawals)
    .set(change)
    .where(and(eq(withdrawals.id, withdrawal_id), happened(history_id))),
]
export const happened = (history_id: string): SQL =>
  sql`exists (select 1 from withdrawal_history where id = ${history_id})`

/** Nobody has approved it meanwhile, or only the one who was seen to. */
export const isFirstApprovedBy = (account_id: string | null): SQL => sql`first_approved_by is ${account_id}`

export const stepWith = (db: Database, history_id: string) =>
  db.select({ id: withdrawal_history.id }).from(withdrawal_history).where(eq(withdrawal_history.id, history_id))
