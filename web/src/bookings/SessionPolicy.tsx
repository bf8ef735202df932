import { Match, Show, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { SessionParts } from './other'
import { policyOf } from './policy'
import { PolicyTable } from './PolicyTable'
import { isCancellable, isPaid, stateAt } from './words'

/** What cancelling gives back, by dates and amounts, as long as there is something to cancel. */
export function SessionPolicy(props: SessionParts) {
  const state = () => stateAt(props.booking, props.now)
  const name = () => isolate(props.other.name)
  const iPay = () => props.other.role === 'mentor'
  const amount = () => money(props.booking.amount_minor, props.booking.currency)
  const isAhead = () => state() === 'confirmed' && props.now < Date.parse(props.booking.start_time)
  return (
    <Switch>
      <Match when={state() === 'pending' && iPay()}>
        <p class="note">{pendingWords(props)}</p>
      </Match>
      <Match when={isAhead()}>
        <Show
          when={props.booking.amount_minor > 0}
          fallback={
            <Show when={iPay() && isCancellable(props.booking, 'student', props.now)}>
              <p class="note">{m.booking_policy_free()}</p>
            </Show>
          }
        >
          <div class="stack stack--2">
            <h3 class="legend mb-0">{iPay() ? m.session_if_me() : m.session_if_other({ name: name() })}</h3>
            <PolicyTable
              rows={policyOf(
                props.booking,
                props.mine,
                props.now,
                props.booking.cancel_until ?? props.booking.start_time,
              )}
              amount={props.booking.amount_minor}
              currency={props.booking.currency}
            />
            <Show when={!iPay()}>
              <p class="t-sm t-2">{m.session_policy_mentor({ name: name(), amount: amount() })}</p>
            </Show>
          </div>
        </Show>
        <Show when={iPay() && !isCancellable(props.booking, 'student', props.now)}>
          <p class="t-sm t-2">{m.session_too_late({ name: name() })}</p>
        </Show>
      </Match>
    </Switch>
  )
}

function pendingWords({ booking, other }: SessionParts): string {
  const name = isolate(other.name)
  if (!isPaid(booking)) return m.session_proposal_unpaid({ name })
  if (booking.amount_minor === 0) return m.session_pending_free({ name })
  return m.session_pending_back({ name, amount: money(booking.amount_minor, booking.currency) })
}
