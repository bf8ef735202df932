import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import BackIcon from '~icons/lucide/chevron-left'
import NextIcon from '~icons/lucide/chevron-right'
import { longDate, monthName } from '../availability/weekdays'
import { now } from '../lib/clock'
import { createMedia } from '../lib/media'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { useMyPlace, useZones } from '../lib/zones'
import { Button } from '../ui/Button'
import { ErrorState, SkeletonRows } from '../ui/List'
import { EventRow } from './EventRow'
import { spanQuery, type EventCard } from './events.queries'
import { byDay, monthAfter, sheetOf, spanOf } from './month'
import { MonthGrid } from './MonthGrid'
import type { EventSearch } from './search'

/** A month: as a sheet at a desk, day after day on a phone. */
export function MonthView(props: { search: EventSearch }) {
  const place = useMyPlace()
  return (
    <Show when={place()} fallback={<SkeletonRows count={5} />}>
      {(here) => <Month search={props.search} place={here()} />}
    </Show>
  )
}

function Month(props: { search: EventSearch; place: Place }) {
  const zones = useZones()
  const isWide = createMedia('(min-width: 48rem)')
  const today = () => props.place.date(now())
  const month = () => props.search.month() ?? today().slice(0, 7)
  const sheet = createMemo(() => sheetOf(month()))
  const [chosen, setChosen] = createSignal<string>()
  const day = () => {
    const one = chosen()
    if (one?.startsWith(month())) return one
    return today().startsWith(month()) ? today() : `${month()}-01`
  }
  const events = useQuery(() => spanQuery(props.search.narrowing(), spanOf(zones()!, props.place.zone, sheet())))
  const days = createMemo(() => byDay(events.data ?? [], props.place))
  const choose = (date: string) => {
    setChosen(date)
    if (!date.startsWith(month())) props.search.turnTo(date.slice(0, 7))
  }
  return (
    <section class="stack" aria-label={m.events_calendar()}>
      <div class="row row--2">
        <h2 class="t-section grow" aria-live="polite">
          {monthName(`${month()}-01`)}
        </h2>
        <Turn label={m.month_back()} to={() => props.search.turnTo(monthAfter(month(), -1))}>
          <BackIcon class="i rtl:-scale-x-100" aria-hidden="true" />
        </Turn>
        <Button size="sm" onClick={() => choose(today())}>
          {m.time_today()}
        </Button>
        <Turn label={m.month_next()} to={() => props.search.turnTo(monthAfter(month(), 1))}>
          <NextIcon class="i rtl:-scale-x-100" aria-hidden="true" />
        </Turn>
      </div>
      <Show when={!events.error || events.data} fallback={<Failed query={events} />}>
        <Show when={isWide()} fallback={<Agenda days={days()} month={month()} place={props.place} query={events} />}>
          <MonthGrid
            month={month()}
            sheet={sheet()}
            days={days()}
            today={today()}
            chosen={day()}
            busy={events.data === undefined}
            onChoose={choose}
          />
          <DayEvents date={day()} events={days().get(day()) ?? []} place={props.place} />
        </Show>
      </Show>
    </section>
  )
}

const Turn = (props: { label: string; to: () => void; children: JSX.Element }) => (
  <Button kind="quiet" icon aria-label={props.label} onClick={() => props.to()}>
    {props.children}
  </Button>
)

type Fetched = { data: EventCard[] | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }
const Failed = (props: { query: Fetched }) => (
  <ErrorState error={props.query.error} retry={() => void props.query.refetch()} busy={props.query.isFetching} />
)

function Agenda(props: { days: Map<string, EventCard[]>; month: string; place: Place; query: Fetched }) {
  const dates = () => [...props.days.keys()].filter((date) => date.startsWith(props.month)).sort()
  return (
    <Show when={props.query.data} fallback={<SkeletonRows count={4} />}>
      <Show when={dates().length > 0} fallback={<p class="card t-2">{m.events_none_month()}</p>}>
        <For each={dates()}>
          {(date) => <DayEvents date={date} events={props.days.get(date) ?? []} place={props.place} />}
        </For>
      </Show>
    </Show>
  )
}

function DayEvents(props: { date: string; events: EventCard[]; place: Place }) {
  return (
    <section class="stack stack--2" aria-label={longDate(props.date)}>
      <h3 class="t-strong" aria-live="polite">
        {longDate(props.date)}
      </h3>
      <Show when={props.events.length > 0} fallback={<p class="t-2">{m.events_none_day()}</p>}>
        <ul class="card card--flush list">
          <For each={props.events}>{(event) => <EventRow event={event} place={props.place} />}</For>
        </ul>
      </Show>
    </section>
  )
}
