import { Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import { ButtonLink } from '../ui/Button'
import { Note } from '../ui/Note'
import { Attendance } from './Attendance'
import { GroupTalk } from './EarlyRoom'
import { KeptNotes } from './KeptNotes'
import type { Meeting } from './meetings.queries'
import { isTalking } from './phase'

/** After the door has closed: what was written, and who was there. */
export function OverRoom(props: { meeting: Meeting; mine: Place; now: number }) {
  return (
    <div class="meet__grid">
      <div class="stack stack--6">
        <Note
          kind="info"
          act={
            <ButtonLink size="sm" href={`/sessions/${props.meeting.booking_id}`}>
              {m.meet_open_session()}
            </ButtonLink>
          }
        >
          <b class="t-strong">{m.meet_over()}</b> {m.meet_over_words()}
        </Note>
        <KeptNotes bookingId={props.meeting.booking_id} />
      </div>
      <div class="stack stack--6">
        <Attendance bookingId={props.meeting.booking_id} mine={props.mine} />
        <Show when={isTalking(props.meeting, props.now)}>
          <GroupTalk meeting={props.meeting} mine={props.mine} />
        </Show>
      </div>
    </div>
  )
}
