import type { PayoutProfileWish } from '../contract/payouts'
import { PAYOUT_DELAY_HOURS, type PayoutMethod } from '../contract/payouts.constants'

/** What lies in the box. */
export interface Details {
  account_number: string | null
  ifsc: string | null
  upi_id: string | null
  iban: string | null
  bic: string | null
  pan: string | null
  tax_number: string | null
}

/** Also what is left of somebody who was erased. */
export const NO_DETAILS: Details = {
  account_number: null,
  ifsc: null,
  upi_id: null,
  iban: null,
  bic: null,
  pan: null,
  tax_number: null,
}

/** The part of a wish that is sealed. */
export function detailsIn({ legal_name: _, country: __, method: ___, password: ____, ...numbers }: PayoutProfileWish) {
  return { ...NO_DETAILS, ...numbers } satisfies Details
}

const last = (text: string, count: number): string => text.slice(-count)
const hidden = (text: string | null): string | null => text && `••••${last(text, 4)}`

/** Enough to recognise one's own account by, and nothing to pay from. */
export function destinationOf(method: PayoutMethod, details: Details): string {
  const { ifsc, account_number, upi_id, iban } = details
  if (method === 'bank') return `${(ifsc ?? '').slice(0, 4)} ••••${last(account_number ?? '', 4)}`
  if (method === 'iban') return `${(iban ?? '').slice(0, 2)} ••••${last(iban ?? '', 4)}`
  const [name = '', bank = ''] = (upi_id ?? '').split('@')
  return `${name.slice(0, 2)}••••@${bank}`
}

interface Profile {
  legal_name: string
  country: string
  method: PayoutMethod
  changed_at: Date
  payable_from: Date
}
const plain = ({ legal_name, country, method, changed_at, payable_from }: Profile) => ({
  legal_name,
  country,
  method,
  changed_at: changed_at.toISOString(),
  payable_from: payable_from.toISOString(),
})

export const maskedProfile = (profile: Profile, details: Details) => ({
  ...plain(profile),
  destination: destinationOf(profile.method, details),
  pan: hidden(details.pan),
  tax_number: hidden(details.tax_number),
})
export const wholeProfile = (profile: Profile, details: Details) => ({ ...plain(profile), ...details })

export const payableFrom = (changed_at: Date): Date => new Date(changed_at.getTime() + PAYOUT_DELAY_HOURS * 3_600_000)
