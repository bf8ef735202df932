import type * as z from 'zod'
import { isMinor } from '../accounts/age.rules'
import type { BookableOffer } from '../availability/offers.data'
import type { NewBooking } from '../contract/bookings'
import { fail } from '../lib/failure'
import type { Account } from '../lib/route'
import { isZone } from '../lib/zones'
import { openAnswers } from './holds.rules'

type Wish = Pick<z.output<typeof NewBooking>, 'time_zone' | 'answers'>

/** What the two have with each other already. */
interface Standing {
  known: readonly { is_known: number }[]
  consent: readonly { agreed: number }[]
}

/** Whether this person may book this offer at all. */
export function judgeWish(wish: Wish, offer: BookableOffer, account: Account, facts: Standing, now: Date): void {
  if (!isZone(wish.time_zone)) fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  if (offer.mentor_account_id === account.id)
    fail('invalid_input', { errors: { mentor_id: ['You cannot book yourself'] } })
  if (isMinor(account, now)) {
    if (offer.adults_only) fail('adults_only')
    if (!facts.consent[0]?.agreed) fail('guardian_consent_required')
  }
  if (offer.new_students === 'paused' && !facts.known[0]?.is_known) fail('not_taking_students')
  const open = openAnswers(offer.questions, wish.answers)
  if (open.length > 0)
    fail('invalid_input', { errors: Object.fromEntries(open.map(({ id }) => [`/answers/${id}`, ['Required']])) })
}
