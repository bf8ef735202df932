import './month-days.css'
import { createMemo, createSignal, For, untrack } from 'solid-js'
import BackIcon from '~icons/lucide/chevron-left'
import NextIcon from '~icons/lucide/chevron-right'
import { dateOfDay, dayOfDate, weekdayOfDay } from '../../../worker/contract/zone'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { Exceptions } from './exceptions.queries'
import { WEEKDAYS, type Week } from './hours'
import { longDate, monthName, weekdayName } from './weekdays'

export type DayKind = 'usual' | 'closed' | 'off' | 'own' | 'away'

/** What a date is like, and whether its hours are read elsewhere. */
export function kindOf(date: string, week: Week, { dates, away }: Exceptions): DayKind {
  if (away.some(({ from_date, to_date }) => from_date <= date && date <= to_date)) return 'away'
  const own = dates.find((one) => one.date === date)
  if (own) return own.ranges.length > 0 ? 'own' : 'off'
  return week.some((rule) => rule.weekday === weekdayOfDay(dayOfDate(date))) ? 'usual' : 'closed'
}

const KIND_WORDS: Record<DayKind, () => string> = {
  usual: m.day_usual,
  closed: m.day_closed,
  off: m.day_off,
  own: m.day_own,
  away: m.day_away,
}

/** A month in which every day can be given other hours. */
export function MonthDays(props: {
  today: string
  week: Week
  exceptions: Exceptions
  onChoose: (date: string) => void
}) {
  let grid!: HTMLDivElement
  const [month, setMonth] = createSignal(untrack(() => props.today.slice(0, 7)))
  const [at, setAt] = createSignal(untrack(() => props.today))
  const first = () => dayOfDate(`${month()}-01`)
  const weeks = createMemo(() => {
    const start = first() - weekdayOfDay(first()) + 1
    return Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 7 }, (_, i) => dateOfDay(start + row * 7 + i)),
    ).filter((row) => row.some((date) => date.startsWith(month())))
  })
  const isElsewhere = (date: string) =>
    props.exceptions.zones.some(({ from_date, to_date }) => from_date <= date && date <= to_date)
  const turn = (months: number) => {
    const [year, number] = month().split('-').map(Number) as [number, number]
    const next = new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
    setMonth(next)
    setAt(next === props.today.slice(0, 7) ? props.today : `${next}-01`)
  }
  function press(event: KeyboardEvent): void {
    const sideways = getComputedStyle(grid).direction === 'rtl' ? -1 : 1
    const steps: Record<string, number> = { ArrowLeft: -sideways, ArrowRight: sideways, ArrowUp: -7, ArrowDown: 7 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = dateOfDay(dayOfDate(at()) + step)
    if (next < props.today) return
    setMonth(next.slice(0, 7))
    setAt(next)
    queueMicrotask(() => grid.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus())
  }
  return (
    <div class="month card">
      <div class="row">
        <h3 class="t-section grow" aria-live="polite">
          {monthName(`${month()}-01`)}
        </h3>
        <Button
          kind="quiet"
          icon
          aria-label={m.month_back()}
          disabled={month() <= props.today.slice(0, 7)}
          onClick={() => turn(-1)}
        >
          <BackIcon class="i rtl:-scale-x-100" aria-hidden="true" />
        </Button>
        <Button kind="quiet" icon aria-label={m.month_next()} onClick={() => turn(1)}>
          <NextIcon class="i rtl:-scale-x-100" aria-hidden="true" />
        </Button>
      </div>
      <div ref={grid} class="month__grid" role="group" aria-label={m.month_label()}>
        <For each={WEEKDAYS}>
          {(weekday) => (
            <span class="month__w" aria-hidden="true">
              {weekdayName(weekday, 'short')}
            </span>
          )}
        </For>
        <For each={weeks().flat()}>
          {(date) => {
            const kind = () => kindOf(date, props.week, props.exceptions)
            return (
              <button
                type="button"
                class="month__d num"
                data-date={date}
                data-kind={kind()}
                data-elsewhere={isElsewhere(date) ? '' : undefined}
                data-beside={date.startsWith(month()) ? undefined : ''}
                aria-current={date === props.today ? 'date' : undefined}
                aria-label={m.month_day({ date: longDate(date), kind: KIND_WORDS[kind()]() })}
                tabindex={date === at() ? 0 : -1}
                disabled={date < props.today}
                onFocus={() => setAt(date)}
                onKeyDown={press}
                onClick={() => props.onChoose(date)}
              >
                {Number(date.slice(8))}
              </button>
            )
          }}
        </For>
      </div>
      <p class="month__key t-xs t-2">
        <For each={['own', 'off'] as const}>
          {(kind) => (
            <span>
              <i class="month__dot" data-kind={kind} aria-hidden="true" />
              {KIND_WORDS[kind]()}
            </span>
          )}
        </For>
      </p>
    </div>
  )
}
