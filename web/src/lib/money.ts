import { regionalLocale } from './messages'

/** ISO 4217 currencies whose minor unit is not a hundredth; the browser's own table is of daily use, not of ISO. */
const EXPONENTS: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
}

export const exponentOf = (currency: string): number => EXPONENTS[currency] ?? 2

/** 150050 with exponent 2 is "1500.50": digits are moved, never divided. */
function decimalOf(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const part = digits.slice(digits.length - exponent)
  return `${minor < 0 ? '-' : ''}${whole}${part && `.${part}`}`
}

/**
 * An amount in the reader's locale. Empty minor units are left out (₹1,500) unless `exact`,
 * which is for the places where one pays (₹1,500.00).
 */
export function money(minor: number, currency: string, { exact = false } = {}): string {
  const exponent = exponentOf(currency)
  const digits = exact || minor % 10 ** exponent !== 0 ? exponent : 0
  return new Intl.NumberFormat(regionalLocale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(decimalOf(minor, exponent) as Intl.StringNumericLiteral)
    .replace('-', '−')
}

/** What a person typed ("1,500.50") in minor units, or undefined where it is not an amount of that currency. */
export function minorOf(typed: string, currency: string): number | undefined {
  const exponent = exponentOf(currency)
  const match = /^(\d+)(?:\.(\d*))?$/.exec(typed.replace(/[\s,]/g, ''))
  const part = match?.[2] ?? ''
  if (!match || part.length > exponent) return undefined
  const minor = Number(match[1]! + part.padEnd(exponent, '0'))
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** The amount as one types it: "1500.50". */
export function typedAmount(minor: number, currency: string): string {
  return decimalOf(minor, exponentOf(currency)).replace(/\.0+$/, '')
}
