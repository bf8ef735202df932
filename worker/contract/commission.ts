/** Shares of the product in basis points, by the instant (ms) from which they hold; an order copies its own when it opens (C2). */
const RATES = [{ from: Date.UTC(2020, 0, 1), basis_points: 1000 }]

export const commissionRateAt = (at: Date): number =>
  RATES.findLast(({ from }) => from <= at.getTime())?.basis_points ?? 0

/** The product's part of an amount in minor units, rounded half to even; the mentor's part is the rest. */
export function commissionOf(amount_minor: number, basis_points: number): number {
  const exact = BigInt(amount_minor) * BigInt(basis_points)
  const whole = exact / 10_000n
  const rest = exact % 10_000n
  return Number(rest > 5_000n || (rest === 5_000n && whole % 2n === 1n) ? whole + 1n : whole)
}
