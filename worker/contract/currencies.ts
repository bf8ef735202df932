/** ISO 4217 currencies whose minor unit is not a hundredth (C1); the runtime's own table is of daily use, not of ISO. */
const EXPONENTS: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
}

export const exponentOf = (currency: string): number => EXPONENTS[currency] ?? 2

/** In how many minor units an amount is counted: where there are three digits, Razorpay takes the last one as zero alone. */
export const stepOf = (currency: string): number => (exponentOf(currency) === 3 ? 10 : 1)

/** 150050 paise are "1500.50": digits are moved, never divided. */
export function decimalOf(amount_minor: number, currency: string): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(amount_minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const part = digits.slice(digits.length - exponent)
  return `${amount_minor < 0 ? '-' : ''}${whole}${part && `.${part}`}`
}
