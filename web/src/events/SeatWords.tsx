import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { Checkbox } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import type { Event } from './events.queries'
import type { Seat } from './Seat'

/** Around the button: how many seats, which its bar says already (`beside`), the guest's own choice, and what failed. */
export function SeatWords(props: { event: Event; seat: Seat; beside?: boolean }) {
  const mayAsk = () => ['open', 'full'].includes(props.seat.standing())
  const join = () => (props.seat.standing() === 'going' && props.seat.isNear() ? props.event.online_link : null)
  return (
    <div class="stack stack--3">
      <Show when={!props.beside}>
        <p class="t-strong" role="status">
          {props.seat.words()}
        </p>
      </Show>
      <Show when={props.seat.standing() === 'full'}>
        <p class="t-sm t-2">{m.events_full_words()}</p>
      </Show>
      <Show when={mayAsk() && props.event.guests === 'names'}>
        <Checkbox
          checked={props.seat.showName()}
          onChange={(event) => props.seat.setShowName(event.currentTarget.checked)}
        >
          {m.events_show_name()}
        </Checkbox>
      </Show>
      <Show when={join()}>
        {(link) => (
          <a class="btn btn--block" href={link()} target="_blank" rel="noopener noreferrer">
            {m.events_join_online()}
          </a>
        )}
      </Show>
      <Show when={!props.seat.open()}>
        <ProblemNote error={props.seat.error()} />
      </Show>
    </div>
  )
}
