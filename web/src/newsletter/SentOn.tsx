import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useMyPlace } from '../lib/zones'

/** The day on which an issue was sent, by the reader's calendar. */
export function SentOn(props: { at: string }) {
  const place = useMyPlace()
  return (
    <Show when={place()}>
      {(here) => (
        <time class="t-sm t-2" datetime={props.at}>
          {m.newsletter_sent({ day: here().longDay(props.at), year: here().date(props.at).slice(0, 4) })}
        </time>
      )}
    </Show>
  )
}
