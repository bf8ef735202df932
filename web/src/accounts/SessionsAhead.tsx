import { For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { Place } from '../lib/time'
import type { SessionAhead } from './closing.queries'

/** Every session that closing cancels, with what goes back for it. */
export function SessionsAhead(props: { sessions: SessionAhead[]; place: Place }) {
  return (
    <Show when={props.sessions.length > 0} fallback={<p class="t-2">{m.closing_now_none()}</p>}>
      <p class="t-2">{m.closing_now_sessions({ count: props.sessions.length })}</p>
      <ul class="card card--flush list">
        <For each={props.sessions}>
          {(session) => (
            <li class="list-row max-md:flex-col max-md:items-start max-md:gap-1">
              <div class="list-row__main">
                <p class="t-strong">
                  <bdi>{session.other_name}</bdi>
                </p>
                <p class="t-sm t-2">
                  {m.closing_session_what({
                    title: isolate(session.offer_title),
                    day: props.place.day(session.start_time),
                    time: props.place.time(session.start_time),
                    zone: props.place.label(session.start_time),
                  })}
                </p>
              </div>
              <p class="t-sm">{backOf(session)}</p>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function backOf(session: SessionAhead): string {
  if (session.amount_minor === 0) return m.closing_refund_free()
  if (session.state === 'held') return m.closing_refund_held()
  if (session.refund_minor === 0) return m.closing_refund_none()
  const amount = money(session.refund_minor, session.currency)
  return session.side === 'student'
    ? m.closing_refund_to_you({ amount })
    : m.closing_refund_to_student({ name: isolate(session.other_name), amount })
}
