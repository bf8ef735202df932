import { sql } from 'drizzle-orm'
import { RELEASE_HOURS } from '../contract/payouts.constants'
import type { Database, Statement } from '../lib/database'
import { forgetReleases, postReleases } from '../payments/ledger.releases.data'
import { postMove } from '../payments/ledger.withdrawals.data'
import type { orders } from '../payments/payments.schema'
import type { payout_profiles } from '../payouts/payouts.schema'
import { happened, requestWithdrawal, step, type Step } from '../payouts/withdrawals.data'
import type { Details } from '../payouts/profiles.rules'
import { accountId } from './cast'
import { fixedId } from './fixed'
import { ADMIN } from './students'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Mira's account: the numbers are nobody's. */
export const MIRAS_ACCOUNT: Details = {
  account_number: '001234567890',
  ifsc: 'HDFC0001234',
  upi_id: null,
  iban: null,
  bic: null,
  pan: 'AAPPK0939F',
  tax_number: null,
}

export const profileRow = (box: string, now: number): typeof payout_profiles.$inferInsert => ({
  account_id: accountId('mira'),
  legal_name: 'Mira Kulkarni',
  country: 'IN',
  method: 'bank',
  box,
  changed_at: new Date(now - 60 * DAY),
  payable_from: new Date(now - 57 * DAY),
})

/** What was earned long enough ago is released, each at its own time. */
export function releasesOf(db: Database, all: (typeof orders.$inferInsert)[], now: number): Statement[] {
  const due = all.flatMap(({ id, earned_at }) => {
    const at = (earned_at?.getTime() ?? Infinity) + RELEASE_HOURS * HOUR
    return at <= now ? [{ order_id: id, at }] : []
  })
  return [postReleases(db, due), forgetReleases(db, due)]
}

/** Mira was paid once, and has asked again. */
export function withdrawalsOf(db: Database, box: string, now: number): Statement[] {
  const paid = { id: fixedId('withdrawal:mira:1'), at: now - 12 * DAY, amount_minor: 300_000 }
  const asked = { id: fixedId('withdrawal:mira:2'), at: now - 20 * HOUR, amount_minor: 120_000 }
  const export_id = fixedId('payout-export:1')
  const by = accountId(ADMIN.key)
  const steps: { act: Step['act']; from: Step['from']; reason: string | null; change: Parameters<typeof step>[2] }[] = [
    { act: 'approve', from: ['requested'], reason: 'Sessions and account agree', change: { state: 'approved' } },
    { act: 'export', from: ['approved'], reason: null, change: { state: 'exported', export_id, destination_box: box } },
    { act: 'pay', from: ['exported'], reason: 'HDFCR52026', change: { state: 'paid', reference: 'HDFCR52026' } },
  ]
  return [
    ...[paid, asked].flatMap(({ id, at, amount_minor }) => [
      ...requestWithdrawal(db, { id, account_id: accountId('mira'), amount_minor, currency: 'INR', now: new Date(at) }),
      postMove(db, 'withdrawal', id, new Date(at), sql`true`),
    ]),
    db.run(
      sql`insert into payout_exports (id, by_account_id, created_at) values (${export_id}, ${by}, ${paid.at + 6 * HOUR})`,
    ),
    ...steps.flatMap(({ act, from, reason, change }, i) => {
      const at = new Date(paid.at + (i + 1) * 5 * HOUR)
      const done = {
        history_id: fixedId(`withdrawal:mira:1:${act}`),
        withdrawal_id: paid.id,
        act,
        from,
        by,
        reason,
        now: at,
      }
      const ended = act === 'pay' ? { ended_at: at } : act === 'approve' ? { approved_at: at } : {}
      return [
        ...step(db, done, { ...change, ...ended }),
        ...(act === 'pay' ? [postMove(db, 'payout', paid.id, at, happened(done.history_id))] : []),
      ]
    }),
  ]
}
