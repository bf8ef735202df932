import { For, Show } from 'solid-js'
import { spanOf } from '../bookings/policy'
import { m } from '../lib/messages'
import { Select, TextField } from '../ui/Field'
import type { OfferPart } from './OfferBasics'

const HOUR = 60
const NOTICES = [0, HOUR, 2 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 7 * 24 * HOUR]
const PAUSES = [0, 5, 10, 15, 30, 60]
const STUDENT = [1, 2, 3, 4, 5]

/** The usual lengths, and whatever this offer has. */
const withOwn = (choices: number[], own: number) =>
  choices.includes(own) ? choices : [...choices, own].sort((a, b) => a - b)

type Minutes =
  | 'minimum_notice_minutes'
  | 'buffer_before_minutes'
  | 'buffer_after_minutes'
  | 'reschedule_notice_minutes'
  | 'cancel_notice_minutes'

/** A length of time out of a list; `none` is what zero is called. */
export function MinutesSelect(
  props: OfferPart & { name: Minutes; label: string; none: string; hint?: string; pauses?: boolean },
) {
  return (
    <Select
      label={props.label}
      hint={props.hint}
      onChange={(event) => props.change(props.name, Number(event.currentTarget.value))}
      error={props.fault(props.name)}
    >
      <For each={withOwn(props.pauses ? PAUSES : NOTICES, props.draft[props.name])}>
        {(minutes) => (
          <option value={minutes} selected={minutes === props.draft[props.name]}>
            {minutes === 0 ? props.none : spanOf(minutes)}
          </option>
        )}
      </For>
    </Select>
  )
}

type Count = 'horizon_days' | 'most_per_day' | 'most_per_week'

function CountField(props: OfferPart & { name: Count; label: string; most: number; required?: boolean }) {
  return (
    <TextField
      label={props.label}
      type="number"
      inputmode="numeric"
      min="1"
      max={props.most}
      required={props.required}
      placeholder={m.offer_no_most()}
      value={props.draft[props.name]}
      onInput={(event) => props.change(props.name, event.currentTarget.value)}
      error={props.fault(props.name)}
    />
  )
}

/** How soon, how far ahead and how often. */
export function OfferTimes(props: OfferPart) {
  return (
    <>
      <div class="grid grid-cols-2 gap-3">
        <MinutesSelect {...props} name="minimum_notice_minutes" label={m.offer_notice()} none={m.offer_no_notice()} />
        <CountField {...props} name="horizon_days" label={m.offer_horizon()} most={180} required />
        <MinutesSelect
          {...props}
          name="buffer_before_minutes"
          label={m.offer_pause_before()}
          none={m.offer_no_pause()}
          pauses
        />
        <MinutesSelect
          {...props}
          name="buffer_after_minutes"
          label={m.offer_pause()}
          none={m.offer_no_pause()}
          pauses
        />
        <CountField {...props} name="most_per_day" label={m.offer_most()} most={48} />
        <CountField {...props} name="most_per_week" label={m.offer_most_week()} most={50} />
      </div>
      <Show when={props.draft.kind === 'intro'}>
        <Select
          label={m.offer_most_student()}
          hint={m.offer_most_student_hint()}
          onChange={(event) => props.change('most_per_student', event.currentTarget.value)}
          error={props.fault('most_per_student')}
        >
          <For each={STUDENT}>
            {(count) => (
              <option value={count} selected={String(count) === props.draft.most_per_student}>
                {m.offer_times_count({ count })}
              </option>
            )}
          </For>
        </Select>
      </Show>
    </>
  )
}
