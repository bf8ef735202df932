import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { EarningLine } from './earnings.queries'

/** What happened, and what it did to the amounts above. */
export function storyOf(line: EarningLine, currency: string): { title: string; words: string } {
  const amount = (minor: number) => money(Math.abs(minor), currency)
  const session = { name: isolate(line.booking?.student_name ?? ''), title: isolate(line.booking?.offer_title ?? '') }
  const gross = amount(line.gross_minor ?? 0)
  const commission = amount(line.commission_minor ?? 0)
  if (line.kind === 'captured') {
    const tax = (line.gross_minor ?? 0) - (line.commission_minor ?? 0) - line.amount_minor
    return {
      title: m.earnings_captured({ ...session, gross }),
      words:
        tax === 0
          ? m.earnings_captured_words({ gross, commission })
          : m.earnings_captured_tax({ gross, commission, tax: amount(tax) }),
    }
  }
  if (line.kind === 'refunded')
    return { title: m.earnings_refunded({ ...session, gross }), words: m.earnings_refunded_words({ commission }) }
  if (line.kind === 'released') return { title: m.earnings_released(session), words: m.earnings_released_words() }
  if (line.kind === 'withdrawn') return { title: m.earnings_withdrawn(), words: m.earnings_withdrawn_words() }
  if (line.kind === 'returned') return { title: m.earnings_returned(), words: m.earnings_returned_words() }
  return { title: m.earnings_paid(), words: m.earnings_paid_words() }
}

/** Money came to the mentor or left for good; otherwise it moved from one amount to another. */
export const isChange = ({ kind }: EarningLine): boolean =>
  kind === 'captured' || kind === 'refunded' || kind === 'paid_out'
