import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { SESSIONS_SHOWN } from '../../../worker/contract/my-students.constants'
import { stateKind, stateName } from '../bookings/words'
import { m } from '../lib/messages'
import { useMyPlace } from '../lib/zones'
import { Badge } from '../ui/Badge'
import { TimeWithZone } from '../ui/Time'
import type { MyStudentPage } from './my-students.queries'

/** What became of the sessions with one student, the latest first. */
export function History(props: { student: MyStudentPage }) {
  const mine = useMyPlace()
  return (
    <section aria-labelledby="history">
      <div class="section-head">
        <h2 id="history" class="t-section">
          {m.students_history()}
        </h2>
      </div>
      <Show when={props.student.history.length > 0} fallback={<p class="t-2">{m.students_history_none()}</p>}>
        <ul class="card card--flush list">
          <For each={props.student.history}>
            {(one) => (
              <li class="list-row list-row--link flex-wrap">
                <span class="list-row__main basis-40">
                  <A class="t-strong cover-link num" href={`/sessions/${one.booking_id}`}>
                    <TimeWithZone at={one.start_time} place={mine()} />
                  </A>
                  <bdi class="t-sm t-2 block">
                    {m.preview_offer_words({ title: one.offer_title, count: one.minutes })}
                  </bdi>
                </span>
                <Badge kind={stateKind(one.state)}>{stateName(one.state)}</Badge>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.student.history.length >= SESSIONS_SHOWN}>
          <p class="t-sm t-3 text-center">{m.students_history_more()}</p>
        </Show>
      </Show>
    </section>
  )
}
