import { decimalOf } from '../contract/currencies'
import type { EarningKind } from '../contract/payouts.constants'
import { csvOf } from './csv.rules'
import { changeOf, lineFrom } from './earnings.rules'

const HEAD = [
  'Time (UTC)',
  'What',
  'Session',
  'Student',
  'Paid by student',
  'Commission',
  'Amount',
  'Changes your total by',
  'Your total',
  'Currency',
  'Reference',
]
const WORDS: Record<EarningKind, string> = {
  captured: 'Student paid',
  refunded: 'Student was refunded',
  released: 'Became available',
  withdrawn: 'Withdrawal requested',
  returned: 'Withdrawal returned',
  paid_out: 'Paid out',
}

type Row = Parameters<typeof lineFrom>[0]

/** A period in its order, with the total before, after each line, and at the end. */
export function statementOf(rows: Row[], opening_minor: number, currency: string): string {
  const amount = (minor: number | null): string => (minor === null ? '' : decimalOf(minor, currency))
  let total = opening_minor
  const lines = rows.toReversed().map((row) => {
    const line = lineFrom(row)
    const change = changeOf(row)
    total += change
    return [
      line.at,
      WORDS[line.kind],
      line.booking?.offer_title ?? '',
      line.booking?.student_name ?? '',
      amount(line.gross_minor),
      amount(line.commission_minor),
      amount(line.amount_minor),
      amount(change),
      amount(total),
      currency,
      line.id,
    ]
  })
  const edge = (what: string, minor: number) => ['', what, '', '', '', '', '', '', amount(minor), currency, '']
  return csvOf([HEAD, edge('Opening total', opening_minor), ...lines, edge('Closing total', total)])
}
