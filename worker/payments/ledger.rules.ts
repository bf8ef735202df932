import { commissionOf } from '../contract/commission'
import type { Purpose } from './machine.rules'

/** Money that came is positive on the account that has it; what is owed or earned stands against it, negative. */
export const ACCOUNTS = {
  gateway: 'gateway',
  commission: 'commission',
  /** Promised back to payers, not yet sent. */
  refunds_due: 'refunds_due',
  /** Arrived, but not as agreed: somebody has to look at it. */
  suspense: 'suspense',
  heldFor: (mentor_account_id: string) => `mentor:${mentor_account_id}:held`,
}

export interface Line {
  account: string
  amount_minor: number
}

interface Capture {
  purpose: Purpose
  amount_minor: number
  commission_basis_points: number
  mentor_account_id: string
}

/** The lines of money that arrived; they sum to zero (C7). */
export function captureLines({ purpose, amount_minor, commission_basis_points, mentor_account_id }: Capture): Line[] {
  const arrived = { account: ACCOUNTS.gateway, amount_minor }
  if (purpose === 'duplicate') return [arrived, { account: ACCOUNTS.refunds_due, amount_minor: -amount_minor }]
  if (purpose === 'suspense') return [arrived, { account: ACCOUNTS.suspense, amount_minor: -amount_minor }]
  const commission = commissionOf(amount_minor, commission_basis_points)
  return [
    arrived,
    { account: ACCOUNTS.heldFor(mentor_account_id), amount_minor: commission - amount_minor },
    { account: ACCOUNTS.commission, amount_minor: -commission },
  ]
}
