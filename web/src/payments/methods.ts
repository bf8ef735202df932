import { m } from '../lib/messages'

export const METHODS = ['upi', 'card', 'netbanking'] as const
export type Method = (typeof METHODS)[number]

export const METHOD_NAMES: Record<Method, () => string> = {
  upi: m.checkout_upi,
  card: m.checkout_card,
  netbanking: m.checkout_netbanking,
}
export const METHOD_WORDS: Record<Method, () => string> = {
  upi: m.checkout_upi_words,
  card: m.checkout_card_words,
  netbanking: m.checkout_netbanking_words,
}
