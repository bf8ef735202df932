import type { PayoutMethod } from '../../../worker/contract/payouts.constants'
import { m } from '../lib/messages'
import { fieldError } from '../lib/problem'
import type { ProfileWish } from './earnings.queries'

/** What was typed, with only the numbers of the way that was chosen. */
export function wishFrom(form: FormData, method: PayoutMethod, country: string): ProfileWish {
  const typed = (name: string) => String(form.get(name) ?? '').trim()
  const optional = (name: string) => typed(name) || null
  const password = form.get('password')
  const holder = {
    legal_name: typed('legal_name'),
    country,
    pan: country === 'IN' ? optional('pan') : null,
    tax_number: optional('tax_number'),
    ...(password !== null && { password: String(password) }),
  } as Pick<ProfileWish, 'legal_name' | 'country' | 'pan' | 'tax_number' | 'password'>
  if (method === 'bank') return { ...holder, method, account_number: typed('account_number'), ifsc: typed('ifsc') }
  if (method === 'upi') return { ...holder, method, upi_id: typed('upi_id') }
  return { ...holder, method, iban: typed('iban'), bic: typed('bic') }
}

const FAULTS: Record<string, () => string> = {
  account_number: m.payouts_account_wrong,
  ifsc: m.payouts_ifsc_wrong,
  upi_id: m.payouts_upi_wrong,
  iban: m.payouts_iban_wrong,
  bic: m.payouts_bic_wrong,
  tax_number: m.payouts_gstin_wrong,
}

/** What is wrong with a number, in the reader's language: the server says which one it is. */
export function faultOf(error: unknown, field: string, country: string): string | undefined {
  const said = fieldError(error, field)
  if (said === undefined) return undefined
  if (field === 'pan') return said.includes('GSTIN') ? m.payouts_pan_other() : m.payouts_pan_wrong()
  if (field === 'tax_number' && country !== 'IN') return said
  return FAULTS[field]?.() ?? said
}
