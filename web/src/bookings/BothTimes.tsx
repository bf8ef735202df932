import { Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import type { Place } from '../lib/time'

type Span = { start_time: string; end_time: string }

/** One session on both clocks: mine first and strong, theirs beside it. */
export function BothTimes(props: { span: Span; mine: Place; theirs: Place | undefined; name: string }) {
  return (
    <div class="both">
      <div>
        <p class="t-xs t-3">{m.booking_you_in({ city: props.mine.city })}</p>
        <Clock span={props.span} place={props.mine} />
      </div>
      <Show when={props.theirs} fallback={<span class="sk sk--w60 self-center" />}>
        {(place) => (
          <Show
            when={!isSameClock(props.span, props.mine, place())}
            fallback={<p class="t-sm t-2 self-center">{m.booking_same_clock({ name: isolate(props.name) })}</p>}
          >
            <div>
              <p class="t-xs t-3">{m.booking_name_in({ name: isolate(props.name), city: place().city })}</p>
              <Clock span={props.span} place={place()} other />
            </div>
          </Show>
        )}
      </Show>
    </div>
  )
}

const isSameClock = ({ start_time, end_time }: Span, one: Place, other: Place) =>
  [start_time, end_time].every((at) => one.date(at) === other.date(at) && one.time(at) === other.time(at))

function Clock(props: { span: Span; place: Place; other?: boolean }) {
  const from = () => props.place.time(props.span.start_time)
  const to = () => props.place.time(props.span.end_time)
  return (
    <>
      <p class="both__t num" classList={{ 'both__t--2': props.other }}>
        {m.booking_from_to({ from: from(), to: to() })}
      </p>
      <p class="t-sm t-2">
        {m.booking_day_zone({
          day: props.place.day(props.span.start_time),
          zone: props.place.label(props.span.start_time),
        })}
      </p>
    </>
  )
}
