import { Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'

type Span = { start_time: string; end_time: string }

/** One time in a list: mine strong, the other's beside it where the clocks differ. */
export function TimeLine(props: { span: Span; mine: Place; theirs: Place | undefined }) {
  const at = () => props.span.start_time
  return (
    <span class="list-row__main basis-48">
      <time class="t-strong" datetime={at()}>
        {props.mine.day(at())},{' '}
        {m.booking_from_to({ from: props.mine.time(at()), to: props.mine.time(props.span.end_time) })}
      </time>{' '}
      <span class="t-sm t-3">
        {props.mine.label(at())}
        <Show when={props.theirs && props.theirs.time(at()) !== props.mine.time(at()) && props.theirs}>
          {(place) => <>, {m.mentor_their_time({ time: place().time(at()), city: place().city })}</>}
        </Show>
      </span>
    </span>
  )
}
