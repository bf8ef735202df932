import { For, Show } from 'solid-js'
import XIcon from '~icons/lucide/x'
import type { TimeRange } from '../../../worker/contract/exceptions.constants'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { BareSelect } from '../ui/Field'
import { ENDS, STARTS } from './hours'

export type Fault = 'order' | 'overlap'

/** From when to when, with a reason where that cannot be. */
export function Range(props: {
  range: TimeRange
  /** Whose hours these are, in words. */
  day: string
  fault: Fault | undefined
  onChange: (part: Partial<TimeRange>) => void
  onRemove: () => void
}) {
  const faultId = () => `fault-${props.day}-${props.range.start}`.replaceAll(/[^\w-]/g, '')
  const wiring = () => ({
    'aria-invalid': props.fault ? ('true' as const) : undefined,
    'aria-describedby': props.fault && faultId(),
  })
  return (
    <div>
      <div class="range">
        <BareSelect
          label={m.hours_from({ day: props.day })}
          value={props.range.start}
          onChange={(event) => props.onChange({ start: event.currentTarget.value })}
          {...wiring()}
        >
          <Times chosen={props.range.start} all={STARTS} />
        </BareSelect>
        <span class="t-3">{m.hours_to()}</span>
        <BareSelect
          label={m.hours_until({ day: props.day })}
          value={props.range.end}
          onChange={(event) => props.onChange({ end: event.currentTarget.value })}
          {...wiring()}
        >
          <Times chosen={props.range.end} all={ENDS} />
        </BareSelect>
        <Button
          kind="quiet"
          icon
          size="sm"
          aria-label={m.hours_remove({ day: props.day, start: props.range.start, end: props.range.end })}
          onClick={() => props.onRemove()}
        >
          <XIcon class="i" aria-hidden="true" />
        </Button>
      </div>
      <Show when={props.fault}>
        {(kind) => (
          <p class="field__error mt-1" id={faultId()}>
            {kind() === 'order' ? m.hours_fault_order() : m.hours_fault_overlap()}
          </p>
        )}
      </Show>
    </div>
  )
}

/** A time that another program set stays on offer, also where it is not a quarter of an hour. */
function Times(props: { chosen: string; all: string[] }) {
  const all = () => (props.all.includes(props.chosen) ? props.all : [...props.all, props.chosen].sort())
  return (
    <For each={all()}>
      {(time) => (
        <option value={time} selected={time === props.chosen}>
          {time}
        </option>
      )}
    </For>
  )
}
