import { For, Show } from 'solid-js'
import UsersIcon from '~icons/lucide/users'
import { m } from '../lib/messages'
import type { StepProps } from './booking-flow'
import { seatTiers, tierWords } from './seats'

/** Of a group: seats left, and what each of them costs, before anything is paid. */
export function SeatNote(props: StepProps) {
  const offer = () => props.flow.offer()!
  return (
    <Show when={offer().kind === 'group'}>
      <div class="note">
        <UsersIcon class="i" aria-hidden="true" />
        <div>
          <Show when={props.flow.seat()?.seats_left}>
            {(left) => <p class="t-strong">{m.seats_left({ count: left() })}</p>}
          </Show>
          <Show when={offer().seat_prices.length > 0}>
            <ul class="num">
              <For each={seatTiers(offer())}>{(tier) => <li>{tierWords(tier, offer().currency)}</li>}</For>
            </ul>
          </Show>
          <p class="t-2">{m.seats_group({ count: offer().seats ?? 0 })}</p>
        </div>
      </div>
    </Show>
  )
}
