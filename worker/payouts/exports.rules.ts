import { decimalOf } from '../contract/currencies'
import { csvOf } from './csv.rules'
import type { Details } from './profiles.rules'

interface Transfer {
  id: string
  mentor_id: string
  legal_name: string | null
  country: string | null
  amount_minor: number
  currency: string
  details: Details
}

const HEAD = [
  'Withdrawal',
  'Mentor',
  'Legal name',
  'Country',
  'Account number',
  'IFSC',
  'UPI ID',
  'IBAN',
  'BIC',
  'Amount',
  'Currency',
]

/** A number of many digits is text for a spreadsheet as well: as a number it would lose its last digits. */
const digits = (number: string | null): string => (number === null ? '' : `'${number}`)

export const transfersCsv = (transfers: Transfer[]): string =>
  csvOf([
    HEAD,
    ...transfers.map(({ id, mentor_id, legal_name, country, amount_minor, currency, details }) => [
      id,
      mentor_id,
      legal_name ?? '',
      country ?? '',
      digits(details.account_number),
      details.ifsc ?? '',
      details.upi_id ?? '',
      details.iban ?? '',
      details.bic ?? '',
      decimalOf(amount_minor, currency),
      currency,
    ]),
  ])
