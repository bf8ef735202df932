import { commissionOf, commissionRateAt } from '../../../worker/contract/commission'
import { now } from '../lib/clock'

/** The product's share today, as people read it. */
export const commissionPercent = (): number => commissionRateAt(new Date(now())) / 100

/** Where a price goes, in minor units; the two always sum to the whole. */
export function partsOf(amountMinor: number): { mentor: number; product: number } {
  const product = commissionOf(amountMinor, commissionRateAt(new Date(now())))
  return { mentor: amountMinor - product, product }
}
