import { Show } from 'solid-js'
import { HOLD_SECONDS } from '../../../worker/contract/bookings.constants'
import { createRemaining, now } from '../lib/clock'
import { m } from '../lib/messages'
import { clockOf, isToday, type Place } from '../lib/time'

const SOON_MS = 120_000
/** What is kept longer than this, as a time of a proposal is, has no bar that would not move. */
const LONG_SECONDS = 3600

/** How long the time stays mine, until when by the clock, and what happens then. */
export function HoldPanel(props: { start: string; until: string; place: Place }) {
  const left = createRemaining(() => props.until)
  const seconds = () => Math.ceil((left() ?? 0) / 1000)
  const isSoon = () => (left() ?? 0) < SOON_MS
  const when = () => m.booking_weekday_time({ day: props.place.day(props.start), time: props.place.time(props.start) })
  const end = () =>
    isToday(props.place, props.until, now())
      ? props.place.time(props.until)
      : m.booking_weekday_time({ day: props.place.day(props.until), time: props.place.time(props.until) })
  return (
    <div class="hold" data-state={isSoon() ? 'soon' : undefined}>
      <div class="row">
        <span class="hold__t num" role="timer" aria-label={m.booking_hold_left()}>
          {clockOf(left() ?? 0)}
        </span>
        <p class="grow t-sm">
          <b class="t-strong">{m.booking_hold_title({ when: when() })}</b>
          <br />
          <span class="t-2">{m.booking_hold_until({ time: end(), zone: props.place.label(props.until) })}</span>
        </p>
      </div>
      <Show when={seconds() <= LONG_SECONDS}>
        <progress class="bar" max={HOLD_SECONDS} value={seconds()} aria-label={m.booking_hold_left()} />
      </Show>
      <p class="sr" role="status">
        <Show when={isSoon()}>{m.booking_hold_soon()}</Show>
      </p>
    </div>
  )
}
