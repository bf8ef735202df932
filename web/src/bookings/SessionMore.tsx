import { Show } from 'solid-js'
import { ROOM_STATES } from '../../../worker/contract/meetings.constants'
import { SharedCv } from '../files/SharedCv'
import { SharedGoals } from '../goals/SharedGoals'
import { Takeaways } from '../goals/Takeaways'
import { Attendance } from '../meetings/Attendance'
import { KeptNotes } from '../meetings/KeptNotes'
import { MoneyStory } from '../payments/MoneyStory'
import { ReviewPart } from '../reviews/ReviewPart'
import { Life } from './Life'
import { mySide, type SessionParts } from './other'
import { PrivateNote } from './PrivateNote'
import { stateAt } from './words'

const VERDICTS = ['completed', 'student_absent', 'mentor_absent', 'nobody_came']

/** What belongs to a session besides what and when: what was written, who came, how it was, and how it came to this. */
export function SessionMore(props: SessionParts) {
  const state = () => stateAt(props.booking, props.now)
  const hasRoom = () => (ROOM_STATES as readonly string[]).includes(state())
  const hasBegun = () => hasRoom() && props.now >= Date.parse(props.booking.start_time)
  const isOver = () => hasRoom() && props.now >= Date.parse(props.booking.end_time)
  const isJudged = () => VERDICTS.includes(state())
  return (
    <div class="stack stack--6 sess__more">
      <Show when={isJudged()}>
        <ReviewPart bookingId={props.booking.id} other={props.other.name} mine={props.mine} />
      </Show>
      <Show when={hasBegun()}>
        <Takeaways booking={props.booking} other={props.other} />
      </Show>
      <SharedGoals bookingId={props.booking.id} other={props.other.name} side={mySide(props.other)} isOver={isOver()} />
      <Show when={hasBegun()}>
        <KeptNotes bookingId={props.booking.id} />
      </Show>
      <SharedCv bookingId={props.booking.id} other={props.other.name} mine={mySide(props.other)} />
      <PrivateNote bookingId={props.booking.id} text={props.booking.private_note} />
      <Show when={isOver()}>
        <Attendance bookingId={props.booking.id} mine={props.mine} />
      </Show>
      <Show when={props.booking.order && props.booking.amount_minor > 0}>
        <MoneyStory bookingId={props.booking.id} place={props.mine} />
      </Show>
      <Life {...props} />
    </div>
  )
}
