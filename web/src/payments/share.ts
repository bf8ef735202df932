import { COMMISSION_PERCENT } from '../site/commission'

/** Where a price goes, in minor units; the product's part is rounded half to even and the two always sum to the whole. */
export function partsOf(amountMinor: number): { mentor: number; product: number } {
  const hundredths = amountMinor * COMMISSION_PERCENT
  const whole = Math.floor(hundredths / 100)
  const rest = hundredths - whole * 100
  const product = rest > 50 || (rest === 50 && whole % 2 === 1) ? whole + 1 : whole
  return { mentor: amountMinor - product, product }
}
