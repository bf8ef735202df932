import { exponentOf } from './currencies'

export const PAYOUT_METHODS = ['bank', 'upi', 'iban'] as const
export type PayoutMethod = (typeof PAYOUT_METHODS)[number]

/** `requested` → `approved` → `exported` → `paid`; it ends early as `refused` or `failed`, and its money returns. */
export const WITHDRAWAL_STATES = ['requested', 'approved', 'exported', 'paid', 'refused', 'failed'] as const
export type WithdrawalState = (typeof WITHDRAWAL_STATES)[number]

export const WITHDRAWAL_ACTS = ['request', 'first_approval', 'approve', 'export', 'pay', 'refuse', 'fail'] as const
export type WithdrawalAct = (typeof WITHDRAWAL_ACTS)[number]

/** How long a mentor's money is kept back after the session, for somebody to say that it was not as agreed. */
export const RELEASE_HOURS = 72
/** How long a changed payout profile waits before money goes there. */
export const PAYOUT_DELAY_HOURS = 72
/** How long what one person approved alone waits, where two should. */
export const ALONE_DELAY_HOURS = 24

export const EARNING_KINDS = ['captured', 'refunded', 'released', 'withdrawn', 'returned', 'paid_out'] as const
export type EarningKind = (typeof EARNING_KINDS)[number]

/** Whole units: below the first a transfer is not worth its fee, from the second on two people approve it. */
const BOUNDS: Record<string, { least: number; two_from: number }> = {
  INR: { least: 500, two_from: 100_000 },
  USD: { least: 10, two_from: 1_200 },
  EUR: { least: 10, two_from: 1_200 },
  GBP: { least: 10, two_from: 1_000 },
  JPY: { least: 1_500, two_from: 180_000 },
  KWD: { least: 3, two_from: 400 },
}
const OTHERWISE = { least: 10, two_from: 1_000 }
const boundsOf = (currency: string) => BOUNDS[currency] ?? OTHERWISE

export const leastWithdrawal = (currency: string): number => boundsOf(currency).least * 10 ** exponentOf(currency)
export const isForTwo = (amount_minor: number, currency: string): boolean =>
  amount_minor >= boundsOf(currency).two_from * 10 ** exponentOf(currency)

/** Indian accounts and UPI take rupees alone. */
export const canReceive = (method: PayoutMethod, currency: string): boolean => method === 'iban' || currency === 'INR'
