import { For, Show } from 'solid-js'
import { CLOSES_AFTER_MS } from '../../../worker/contract/meetings.constants'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import type { Attendance } from './meetings.queries'

type Interval = Attendance['intervals'][number]

/** From when to when the room saw each of the two. */
export function Intervals(props: { found: Attendance; mine: Place }) {
  const name = (side: Interval['side']) => (side === 'mentor' ? props.found.mentor_name : props.found.student_name)
  const of = (side: Interval['side']) => props.found.intervals.filter((one) => one.side === side)
  /** The end of a stay is written a minute after it; nobody is still there once the room has closed. */
  const isOpen = () => now() < Date.parse(props.found.end_time) + CLOSES_AFTER_MS
  const words = ({ joined_at, left_at, by }: Interval) => {
    const from = props.mine.time(joined_at)
    if (by === 'link') return m.attend_by_link({ time: from })
    if (left_at !== null) return m.attend_from_to({ from, to: props.mine.time(left_at) })
    return isOpen() ? m.attend_from_now({ from }) : m.attend_from({ from })
  }
  return (
    <Show when={props.found.intervals.length > 0} fallback={<p class="t-2">{m.attend_nobody_seen()}</p>}>
      <dl class="attend__seen" aria-label={m.attend_room_saw()}>
        <For each={['mentor', 'student'] as const}>
          {(side) => (
            <>
              <dt>
                <bdi>{name(side)}</bdi>
              </dt>
              <dd>
                <For each={of(side)} fallback={<span class="t-2">{m.meet_not_here()}</span>}>
                  {(interval) => <span class="num block">{words(interval)}</span>}
                </For>
              </dd>
            </>
          )}
        </For>
      </dl>
    </Show>
  )
}
