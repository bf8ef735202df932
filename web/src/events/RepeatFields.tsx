import { For, Show } from 'solid-js'
import { REPEATS, REPEATS_MOST, type Repeat } from '../../../worker/contract/events.constants'
import { repeatsOf } from '../../../worker/contract/repeats'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import { placeOf, useZones } from '../lib/zones'
import { Select, TextField } from '../ui/Field'

const REPEAT_WORDS: Record<Repeat, () => string> = {
  week: m.events_every_week,
  two_weeks: m.events_every_two_weeks,
  month: m.events_every_month,
}

type RepeatProps = {
  every: Repeat | ''
  count: string
  /** Undefined while the event has no time yet. */
  span: { start: number; end: number } | undefined
  zone: string
  /** Where not repeating is a choice as well. */
  optional?: boolean
  onEvery: (every: Repeat | '') => void
  onCount: (count: string) => void
  error?: string | undefined
}

/** How often and how many more, and the dates that come of it. */
export function RepeatFields(props: RepeatProps) {
  const zones = useZones()
  const dates = () => {
    const data = zones()
    const count = Number(props.count)
    if (!data || !props.span || !props.every || !(count >= 1 && count <= REPEATS_MOST)) return []
    const place = placeOf(data, props.zone)
    const rule = { every: props.every, count: Math.floor(count), after: now() }
    return repeatsOf(data.zone(place.zone), props.span, rule).map(({ start }) => ({
      at: new Date(start).toISOString(),
      words: m.time_day_and_time({ day: place.day(start), time: place.time(start) }),
      zone: place.label(start),
    }))
  }
  return (
    <div class="stack stack--3">
      <div class="ev-pair">
        <Select
          label={m.events_repeat_every()}
          value={props.every}
          onChange={(event) => props.onEvery(event.currentTarget.value as Repeat | '')}
        >
          <Show when={props.optional}>
            <option value="" selected={props.every === ''}>
              {m.events_every_never()}
            </option>
          </Show>
          <For each={REPEATS}>
            {(one) => (
              <option value={one} selected={props.every === one}>
                {REPEAT_WORDS[one]()}
              </option>
            )}
          </For>
        </Select>
        <Show when={props.every}>
          <TextField
            label={m.events_repeat_count()}
            type="number"
            inputmode="numeric"
            min="1"
            max={REPEATS_MOST}
            required
            value={props.count}
            onInput={(event) => props.onCount(event.currentTarget.value)}
            error={props.error}
          />
        </Show>
      </div>
      <Show when={dates().length > 0}>
        <div class="stack stack--1" aria-live="polite">
          <p class="t-sm t-2">{m.events_repeat_preview({ count: dates().length })}</p>
          {/* Scrolls, so that keys must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ol class="ev-dates t-sm" tabindex="0" aria-label={m.events_repeat_dates()}>
            <For each={dates()}>
              {(date) => (
                <li>
                  <time datetime={date.at}>
                    {date.words} <span class="t-3">{date.zone}</span>
                  </time>
                </li>
              )}
            </For>
          </ol>
        </div>
      </Show>
    </div>
  )
}
