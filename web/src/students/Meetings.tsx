import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useMyPlace } from '../lib/zones'
import { TimeWithZone } from '../ui/Time'
import type { Together } from './my-students.queries'

type Meeting = NonNullable<Together['next_session']>

/** When the two meet next, and when they met last; both lead to the session. */
export function Meetings(props: { of: Together }) {
  return (
    <dl class="meetings">
      <One label={m.students_next_session()} meeting={props.of.next_session} none={m.students_none_planned()} />
      <One label={m.students_last_session()} meeting={props.of.last_session} none={m.students_none_held()} />
    </dl>
  )
}

function One(props: { label: string; meeting: Meeting | null; none: string }) {
  const mine = useMyPlace()
  return (
    <div>
      <dt class="t-sm t-3">{props.label}</dt>
      <dd>
        <Show when={props.meeting} fallback={<span class="t-2">{props.none}</span>}>
          {(meeting) => (
            <A class="link" href={`/sessions/${meeting().booking_id}`}>
              <TimeWithZone at={meeting().start_time} place={mine()} />
              <span class="sr">, </span>
              <bdi class="t-sm t-2 block">{meeting().offer_title}</bdi>
            </A>
          )}
        </Show>
      </dd>
    </div>
  )
}
