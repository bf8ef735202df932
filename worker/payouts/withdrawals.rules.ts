import {
  ALONE_DELAY_HOURS,
  canReceive,
  isForTwo,
  leastWithdrawal,
  type PayoutMethod,
} from '../contract/payouts.constants'
import type { WithdrawalRow, StaffRow } from './withdrawals.data'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const withdrawalView = (
  row: Omit<WithdrawalRow, 'account_id' | 'first_approved_by' | 'waits_until' | 'export_id' | 'destination_box'>,
) => ({
  id: row.id,
  amount_minor: row.amount_minor,
  currency: row.currency,
  state: row.state,
  requested_at: row.requested_at.toISOString(),
  approved_at: iso(row.approved_at),
  ended_at: iso(row.ended_at),
  reference: row.reference,
  reason: row.reason,
})

/** Money is sent when the profile has waited and, where one person approved alone, they have slept over it. */
const sendableFrom = ({ payable_from, waits_until }: Pick<StaffRow, 'payable_from' | 'waits_until'>): Date | null =>
  payable_from && waits_until && waits_until > payable_from ? waits_until : payable_from

export const staffView = (row: StaffRow) => ({
  ...withdrawalView(row),
  mentor_id: row.mentor_id,
  mentor_name: row.mentor_name,
  legal_name: row.legal_name,
  for_two: isForTwo(row.amount_minor, row.currency),
  first_approved_by: row.first_approver,
  sendable_from: iso(sendableFrom(row)),
  export_id: row.export_id,
  history: row.history.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
})

interface Asked {
  amount_minor: number
  currency: string
  available_minor: number
  method: PayoutMethod | undefined
}
/** Why a wish is refused: what is wrong with its amount, or with what was not said before. */
export function refusalOf({ amount_minor, currency, available_minor, method }: Asked) {
  if (!method) return 'no_profile' as const
  if (!canReceive(method, currency)) return 'other_currency' as const
  if (amount_minor < leastWithdrawal(currency)) return 'too_little' as const
  return amount_minor > available_minor ? ('too_much' as const) : undefined
}

interface Approval {
  row: Pick<StaffRow, 'account_id' | 'amount_minor' | 'currency' | 'first_approved_by'>
  by: string
  others: number
  now: Date
}
/**
 * Above the limit two people approve, and nobody their own. Where there is no second one, the first one's approval waits a
 * day, about which they are mailed.
 */
export function approvalOf({ row, by, others, now }: Approval) {
  if (row.account_id === by) return 'own' as const
  const alone = { act: 'approve' as const, waits_until: null }
  if (!isForTwo(row.amount_minor, row.currency)) return alone
  if (row.first_approved_by === null && others > 0) return { act: 'first_approval' as const, waits_until: null }
  if (row.first_approved_by !== null && row.first_approved_by !== by) return alone
  if (others > 0) return 'same' as const
  return { act: 'approve' as const, waits_until: new Date(now.getTime() + ALONE_DELAY_HOURS * 3_600_000) }
}
