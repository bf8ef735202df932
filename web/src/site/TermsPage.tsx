import { HOLD_SECONDS } from '../../../worker/contract/bookings.constants'
import { LEAST_AGE, TERMS_VERSION } from '../../../worker/contract/accounts.constants'
import { m } from '../lib/messages'
import { commissionPercent } from '../payments/share'
import { Paper, type Part } from './Paper'

const PARTS: Part[] = [
  { id: 'account', title: m.terms_account, words: () => m.terms_account_words({ age: LEAST_AGE }) },
  { id: 'booking', title: m.terms_booking, words: () => m.terms_booking_words({ minutes: HOLD_SECONDS / 60 }) },
  { id: 'teaching', title: m.terms_mentors, words: () => m.terms_mentors_words({ percent: commissionPercent() }) },
  { id: 'messages', title: m.terms_messages, words: m.terms_messages_words },
  { id: 'data', title: m.terms_data, words: m.terms_data_words },
]

/** What one agrees to when joining, in plain words and with its version. */
export default function TermsPage() {
  return <Paper title={m.terms_title} note={m.terms_version({ version: TERMS_VERSION })} parts={PARTS} />
}
