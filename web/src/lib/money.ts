import { decimalOf, exponentOf } from '../../../worker/contract/currencies'
import { regionalLocale } from './messages'

export { exponentOf }

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, digits: number): Intl.NumberFormat {
  const locale = regionalLocale()
  const key = `${locale} ${currency} ${digits}`
  const made = formats.get(key)
  if (made) return made
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(key, format)
  return format
}

/**
 * An amount in the reader's locale. Empty minor units are left out (₹1,500) unless `exact`,
 * which is for the places where one pays (₹1,500.00).
 */
export function money(minor: number, currency: string, { exact = false } = {}): string {
  const exponent = exponentOf(currency)
  const digits = exact || minor % 10 ** exponent !== 0 ? exponent : 0
  const amount = decimalOf(minor, currency) as Intl.StringNumericLiteral
  return formatOf(currency, digits).format(amount).replace('-', '−')
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
  return decimalOf(minor, currency).replace(/\.0+$/, '')
}
