import { For, Show } from 'solid-js'
import { AgendaGoals } from '../goals/AgendaGoals'
import { isolate, m } from '../lib/messages'
import { useAccount } from '../lib/session'
import type { Meeting } from './meetings.queries'

/** What was written before the session: what people want from it, and what they answered. */
export function Agenda(props: { meeting: Meeting }) {
  const me = useAccount()
  const goal = (one: Meeting['agenda'][number]) =>
    one.account_id === me().id ? m.meet_goal() : m.meet_goal_of({ name: isolate(one.name) })
  const isGroup = () => props.meeting.kind === 'group'
  const student = () => props.meeting.people.find(({ role }) => role === 'student')?.name ?? ''
  return (
    <section class="card stack stack--3" aria-labelledby="meet-agenda">
      <h2 class="t-section" id="meet-agenda">
        {m.meet_agenda()}
      </h2>
      <For each={props.meeting.agenda} fallback={<p class="t-2">{m.meet_agenda_none()}</p>}>
        {(one) => (
          <dl class="stack stack--3">
            <For each={one.answers}>
              {({ question, answer }) => (
                <div>
                  <dt class="t-sm t-2" dir="auto">
                    {question ?? goal(one)}
                    <Show when={question !== null && isGroup() && one.account_id !== me().id}>
                      {' · '}
                      <bdi>{one.name}</bdi>
                    </Show>
                  </dt>
                  <dd class="prose" dir="auto">
                    {answer}
                  </dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </For>
      {/* The goals of a seat are between that student and the mentor. */}
      <Show when={!isGroup()}>
        <AgendaGoals bookingId={props.meeting.booking_id} student={student()} />
      </Show>
    </section>
  )
}
