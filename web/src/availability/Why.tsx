import { createSignal, For, Show } from 'solid-js'
import type { Reason } from '../../../worker/contract/exceptions.constants'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { cityOf } from '../lib/time'
import { ProblemNote } from '../ui/Note'
import { whyQuery, type Why as Answered } from './exceptions.queries'

const REASONS: Record<Reason, () => string> = {
  away: m.why_away,
  day_off: m.why_day_off,
  no_hours: m.why_no_hours,
  outside_hours: m.why_outside_hours,
  off_grid: m.why_off_grid,
  clock_gap: m.why_clock_gap,
  too_short: m.why_too_short,
  too_soon: m.why_too_soon,
  too_far: m.why_too_far,
  booked: m.why_booked,
  learning: m.why_learning,
  external: m.why_external,
  buffer: m.why_buffer,
  full_day: m.why_full_day,
  full_week: m.why_full_week,
  full_mentor_week: m.why_full_mentor_week,
}

export interface Stretch {
  reason: Reason
  from: string
  to: string
}
/** Times one after another that the same rule removed. */
export function stretchesOf(items: Answered['items']): Stretch[] {
  const stretches: Stretch[] = []
  let last: Reason | null = null
  for (const { time, reason } of items) {
    if (reason && reason === last) stretches.at(-1)!.to = time
    else if (reason) stretches.push({ reason, from: time, to: time })
    last = reason
  }
  return stretches
}

/** "Why is there no slot?": the rule that removed each time of a day, asked for when it is opened. */
export function Why(props: { offerId: string; date: string; label: string }) {
  const [open, setOpen] = createSignal(false)
  return (
    <details class="whyno" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.label}</summary>
      <Show when={open()}>
        <Reasons offerId={props.offerId} date={props.date} />
      </Show>
    </details>
  )
}

function Reasons(props: { offerId: string; date: string }) {
  const why = useQuery(() => whyQuery(props.offerId, props.date))
  return (
    <Show
      when={why.data}
      fallback={why.error ? <ProblemNote error={why.error} /> : <p class="t-sm t-3">{m.loading()}</p>}
    >
      {(answer) => (
        <Show when={!answer().closed} fallback={<p class="t-sm t-2">{REASONS[answer().closed!]()}</p>}>
          <ul class="whyno__l t-sm t-2">
            <For each={stretchesOf(answer().items)} fallback={<li>{m.why_nothing()}</li>}>
              {({ reason, from, to }) => (
                <li>
                  <span class="num t-strong">{from === to ? from : `${from}–${to}`}</span> {REASONS[reason]()}
                </li>
              )}
            </For>
          </ul>
          <p class="t-xs t-3">{m.why_zone({ city: cityOf(answer().time_zone) })}</p>
        </Show>
      )}
    </Show>
  )
}
