import { Index, Show } from 'solid-js'
import CopyIcon from '~icons/lucide/copy'
import PlusIcon from '~icons/lucide/plus'
import type { TimeRange } from '../../../worker/contract/exceptions.constants'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { Rule } from './hours'
import { Range, type Fault } from './Ranges'
import { weekdayName } from './weekdays'

/** A day of the week with its ranges. */
export function DayHours(props: {
  weekday: number
  rules: Rule[]
  faults: Map<TimeRange, Fault>
  change: (rule: Rule, part: Partial<TimeRange>) => void
  add: () => void
  remove: (rule: Rule) => void
  copy: () => void
}) {
  const name = () => weekdayName(props.weekday)
  return (
    <li class="hours">
      <span class="hours__d">{name()}</span>
      <div class="hours__r">
        <Show when={props.rules.length > 0} fallback={<span class="t-3">{m.hours_off()}</span>}>
          <Index each={props.rules}>
            {(rule) => (
              <Range
                range={rule()}
                day={name()}
                fault={props.faults.get(rule())}
                onChange={(part) => props.change(rule(), part)}
                onRemove={() => props.remove(rule())}
              />
            )}
          </Index>
        </Show>
      </div>
      <span class="row">
        <Show when={props.rules.length > 0}>
          <Button kind="quiet" icon aria-label={m.hours_copy({ day: name() })} onClick={() => props.copy()}>
            <CopyIcon class="i i--sm" aria-hidden="true" />
          </Button>
        </Show>
        <Button kind="quiet" icon aria-label={m.hours_add({ day: name() })} onClick={() => props.add()}>
          <PlusIcon class="i" aria-hidden="true" />
        </Button>
      </span>
    </li>
  )
}
