import { For, Show } from 'solid-js'
import { weekdayOfDay, dayOfDate } from '../../../worker/contract/zone'
import { WEEKDAYS } from '../availability/hours'
import { longDate, weekdayName } from '../availability/weekdays'
import { m } from '../lib/messages'
import type { EventCard } from './events.queries'
import { dayAfter, monthAfter } from './month'

const SHOWN = 2

type GridProps = {
  month: string
  sheet: string[]
  days: Map<string, EventCard[]>
  today: string
  chosen: string
  busy: boolean
  onChoose: (date: string) => void
}

/** Where a key leads from a day. */
export function dayByKey(key: string, date: string, sideways: 1 | -1): string | undefined {
  const weekday = weekdayOfDay(dayOfDate(date))
  const steps: Record<string, number> = {
    ArrowLeft: -sideways,
    ArrowRight: sideways,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: 1 - weekday,
    End: 7 - weekday,
  }
  const step = steps[key]
  if (step !== undefined) return dayAfter(date, step)
  if (key === 'PageUp') return `${monthAfter(date.slice(0, 7), -1)}-01`
  return key === 'PageDown' ? `${monthAfter(date.slice(0, 7), 1)}-01` : undefined
}

/** A sheet of days; the one chosen is read beneath it. Arrow keys walk, also into the next month. */
export function MonthGrid(props: GridProps) {
  let grid!: HTMLDivElement
  function press(event: KeyboardEvent): void {
    const sideways = getComputedStyle(grid).direction === 'rtl' ? -1 : 1
    const next = dayByKey(event.key, props.chosen, sideways)
    if (!next) return
    event.preventDefault()
    props.onChoose(next)
    queueMicrotask(() => grid.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus())
  }
  return (
    <div
      ref={grid}
      class="ev-month card card--flush"
      role="group"
      aria-label={m.month_label()}
      aria-busy={props.busy ? 'true' : undefined}
    >
      <For each={WEEKDAYS}>
        {(weekday) => (
          <span class="ev-month__w" aria-hidden="true">
            {weekdayName(weekday, 'short')}
          </span>
        )}
      </For>
      <For each={props.sheet}>
        {(date) => {
          const events = () => props.days.get(date) ?? []
          return (
            <button
              type="button"
              class="ev-month__d"
              data-date={date}
              data-beside={date.startsWith(props.month) ? undefined : ''}
              aria-current={date === props.today ? 'date' : undefined}
              aria-pressed={date === props.chosen}
              tabindex={date === props.chosen ? 0 : -1}
              onKeyDown={press}
              onClick={() => props.onChoose(date)}
            >
              <span class="num" aria-hidden="true">
                {Number(date.slice(8))}
              </span>
              <span class="sr">{m.events_month_day({ date: longDate(date), count: events().length })}</span>
              <For each={events().slice(0, SHOWN)}>
                {(event) => (
                  <span class="ev-month__e ellipsis" dir="auto" data-cancelled={event.is_cancelled ? '' : undefined}>
                    {event.title}
                  </span>
                )}
              </For>
              <Show when={events().length > SHOWN}>
                <span class="ev-month__more" aria-hidden="true">
                  {m.events_month_more({ count: events().length - SHOWN })}
                </span>
              </Show>
            </button>
          )
        }}
      </For>
    </div>
  )
}
