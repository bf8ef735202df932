/** What offers may cost in; the first one is the usual one. */
export const currenciesOf = ({ CURRENCIES }: { CURRENCIES: string }): string[] =>
  CURRENCIES.split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')

/** What to say about a currency that the platform has not enabled. */
export function currencyFault(env: { CURRENCIES: string }, field: string, currency: string | null | undefined) {
  const enabled = currenciesOf(env)
  const isFine = typeof currency !== 'string' || enabled.includes(currency)
  return isFine ? undefined : { errors: { [field]: [`Choose one of ${enabled.join(', ')}`] } }
}
