import { createSignal, Show } from 'solid-js'
import { instantsOf } from '../../../worker/contract/zone'
import { now } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import type { Place } from '../lib/time'
import { useZones } from '../lib/zones'
import { TextField } from '../ui/Field'

type TimeFieldsProps = {
  mine: Place
  theirs: Place | undefined
  /** Whose clock `theirs` is. */
  name: string
  /** The instant that stands there, or undefined while there is none. */
  onChoose: (start: string | undefined) => void
  error?: string | undefined
}

/** Any day and time on my clock, with the other's beneath it; a time that a change of the clocks swallows is named. */
export function TimeFields(props: TimeFieldsProps) {
  const zones = useZones()
  const [date, setDate] = createSignal('')
  const [time, setTime] = createSignal('')
  const isTyped = () => /^\d{4}-\d\d-\d\d$/.test(date()) && /^\d\d:\d\d/.test(time())
  const instant = () => {
    const data = zones()
    if (!data || !isTyped()) return undefined
    const [hours, minutes] = time().split(':').map(Number) as [number, number]
    const [first] = instantsOf(data.zone(props.mine.zone), date(), hours * 60 + minutes)
    return first === undefined ? undefined : new Date(first).toISOString()
  }
  const fault = () => {
    if (!isTyped()) return undefined
    const at = instant()
    if (at === undefined) return m.move_gap()
    return Date.parse(at) <= now() ? m.move_past() : undefined
  }
  const change = (set: (words: string) => void) => (event: { currentTarget: HTMLInputElement }) => {
    set(event.currentTarget.value)
    props.onChoose(fault() ? undefined : instant())
  }
  const zone = () => props.mine.label(instant() ?? now())
  return (
    <div class="stack stack--3">
      <div class="times">
        <TextField
          type="date"
          label={m.move_date()}
          min={props.mine.date(now())}
          value={date()}
          onInput={change(setDate)}
          error={fault() ?? props.error}
        />
        <TextField
          type="time"
          label={m.move_time()}
          hint={m.move_yours({ city: props.mine.city, zone: zone() })}
          value={time()}
          onInput={change(setTime)}
        />
      </div>
      <Show when={!fault() && instant() !== undefined && props.theirs}>
        {(place) => (
          <p class="t-sm t-2" role="status">
            {m.move_theirs({
              day: place().day(instant()!),
              time: place().time(instant()!),
              zone: place().label(instant()!),
              name: isolate(props.name),
            })}
          </p>
        )}
      </Show>
    </div>
  )
}
