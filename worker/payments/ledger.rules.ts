import { commissionOf } from '../contract/commission'
import { taxWithin } from '../contract/tax'
import type { Purpose } from './machine.rules'

/** Money that came is positive on the account that has it; what is owed or earned stands against it, negative. */
export const ACCOUNTS = {
  /** What the provider took in and has not given back. */
  gateway: 'gateway',
  /** What left our own bank for mentors. What the provider sends there is the bank's business until settlements are read. */
  bank: 'bank',
  commission: 'commission',
  /** Owed to a tax office: out of the commission, and withheld from mentors. */
  tax: 'tax',
  /** What the provider kept of payments for its work. */
  gateway_fees: 'gateway_fees',
  /** Promised back to payers, not yet sent. */
  refunds_due: 'refunds_due',
  /** Arrived, but not as agreed: somebody has to look at it. */
  suspense: 'suspense',
  /** Earned, and kept back for a while. */
  heldFor: (mentor_account_id: string) => `mentor:${mentor_account_id}:held`,
  /** The mentor may withdraw it. Below zero after a refund of what was withdrawn: what is earned next makes up for it. */
  availableFor: (mentor_account_id: string) => `mentor:${mentor_account_id}:available`,
  /** Asked for, and not yet sent or given back. */
  onItsWayTo: (mentor_account_id: string) => `mentor:${mentor_account_id}:on_its_way`,
}

export interface Line {
  account: string
  amount_minor: number
}

/** As an order copied them when it was opened. */
export interface Rates {
  commission_basis_points: number
  commission_tax_basis_points: number
  withheld_basis_points: number
}

/** Who gets what of an amount that a student paid; the parts sum to the whole (C2). `postRefund` counts alike. */
export function partsOf(amount_minor: number, rates: Rates) {
  const commission = commissionOf(amount_minor, rates.commission_basis_points)
  const commission_tax = taxWithin(commission, rates.commission_tax_basis_points)
  const withheld = commissionOf(amount_minor - commission, rates.withheld_basis_points)
  return {
    mentor: amount_minor - commission - withheld,
    commission: commission - commission_tax,
    tax: commission_tax + withheld,
  }
}

interface Capture extends Rates {
  purpose: Purpose
  amount_minor: number
  mentor_account_id: string
}

/** The lines of money that arrived; they sum to zero (C7). */
export function captureLines({ purpose, amount_minor, mentor_account_id, ...rates }: Capture): Line[] {
  const arrived = { account: ACCOUNTS.gateway, amount_minor }
  if (purpose === 'duplicate') return [arrived, { account: ACCOUNTS.refunds_due, amount_minor: -amount_minor }]
  if (purpose === 'suspense') return [arrived, { account: ACCOUNTS.suspense, amount_minor: -amount_minor }]
  const { mentor, commission, tax } = partsOf(amount_minor, rates)
  const lines = [
    arrived,
    { account: ACCOUNTS.heldFor(mentor_account_id), amount_minor: -mentor },
    { account: ACCOUNTS.commission, amount_minor: -commission },
    { account: ACCOUNTS.tax, amount_minor: -tax },
  ]
  return lines.filter((line) => line.amount_minor !== 0)
}

/** What the provider says it kept of a payment. */
export const feeLines = (fee_minor: number): Line[] => [
  { account: ACCOUNTS.gateway, amount_minor: -fee_minor },
  { account: ACCOUNTS.gateway_fees, amount_minor: fee_minor },
]
