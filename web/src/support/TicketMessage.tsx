import { Show } from 'solid-js'
import { SaidFiles } from '../chat/SaidFiles'
import { m } from '../lib/messages'
import { useMyPlace } from '../lib/zones'
import { TimeWithZone } from '../ui/Time'
import type { Talk } from './support.queries'

/** What one side said, as it was typed. */
export function TicketMessage(props: { message: Talk['messages'][number] }) {
  const place = useMyPlace()
  const isMine = () => props.message.author === 'person'
  return (
    <li class="card stack stack--2" classList={{ ticket__staff: !isMine() }}>
      <p class="t-sm t-2">
        <strong>{isMine() ? m.support_you() : m.support_staff()}</strong> ·{' '}
        <TimeWithZone at={props.message.sent_at} place={place()} />
      </p>
      <p class="ticket__words" dir="auto">
        {props.message.text}
      </p>
      <Show when={props.message.attachments.length > 0}>
        <div class="row row--2 row--wrap">
          <SaidFiles files={props.message.attachments} />
        </div>
      </Show>
    </li>
  )
}
