/**
 * Taxes in basis points, by the instant (ms) from which they hold; an order copies its own when it opens. All are off
 * until somebody who knows the law enters them: prices are shown and paid all-in either way.
 */
interface TaxRates {
  /** Within the price of a session, owed by the mentor: shown on the session's invoice. */
  session_tax_basis_points: number
  /** Within the commission, owed by the product: moves from the commission to the tax account. */
  commission_tax_basis_points: number
  /** Of the mentor's part, kept back for the tax office in the mentor's name. */
  withheld_basis_points: number
  /** Where the sale counts as made, as the invoice says it. */
  place_of_supply: string | null
}
const RATES: (TaxRates & { from: number })[] = [
  {
    from: Date.UTC(2020, 0, 1),
    session_tax_basis_points: 0,
    commission_tax_basis_points: 0,
    withheld_basis_points: 0,
    place_of_supply: null,
  },
]

export function taxRatesAt(at: Date): TaxRates {
  const { from: _, ...rates } = RATES.findLast(({ from }) => from <= at.getTime())!
  return rates
}

/** The tax that an all-in amount contains, rounded half to even; the rest is the net amount. */
export function taxWithin(amount_minor: number, basis_points: number): number {
  const exact = BigInt(amount_minor) * BigInt(basis_points)
  const all = 10_000n + BigInt(basis_points)
  const whole = exact / all
  const twice = (exact % all) * 2n
  return Number(twice > all || (twice === all && whole % 2n === 1n) ? whole + 1n : whole)
}

const MONTH_OF_APRIL = 3
const KOLKATA_OFFSET = 5.5 * 3_600_000

/** The Indian one, April to March by the clock of Kolkata, named by the year it begins in. */
export function fiscalYearOf(at: Date): number {
  const there = new Date(at.getTime() + KOLKATA_OFFSET)
  return there.getUTCFullYear() - (there.getUTCMonth() < MONTH_OF_APRIL ? 1 : 0)
}
