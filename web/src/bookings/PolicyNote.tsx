import UndoIcon from '~icons/lucide/undo-2'
import { createNow } from '../lib/clock'
import type { Place } from '../lib/time'
import type { Booking } from './bookings.queries'
import { refundSentence } from './refund'

/** Until when how much comes back, in one sentence, beside the button that pays or cancels. */
export function PolicyNote(props: { booking: Booking; place: Place }) {
  const now = createNow()
  return (
    <div class="note">
      <UndoIcon class="i i--flip" aria-hidden="true" />
      <p>{refundSentence(props.booking, props.place, now())}</p>
    </div>
  )
}
