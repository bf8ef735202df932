import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import PlusIcon from '~icons/lucide/plus'
import RefreshIcon from '~icons/lucide/refresh-cw'
import XIcon from '~icons/lucide/x'
import type { CalendarFault } from '../../../worker/contract/exceptions.constants'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { fromNow } from '../lib/time'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { AddCalendar, RemoveCalendar } from './CalendarDialogs'
import { calendarsQuery, refreshCalendar, slotsChanged, type BusyCalendar } from './exceptions.queries'

const FAULTS: Record<CalendarFault, () => string> = {
  unreachable: m.calendar_unreachable,
  not_a_calendar: m.calendar_not_one,
  too_large: m.calendar_too_large,
  too_many_events: m.calendar_too_many,
}

/** Calendars elsewhere whose busy times nobody can book. */
export function BusyCalendars() {
  const client = useQueryClient()
  const calendars = useQuery(calendarsQuery)
  const [adding, setAdding] = createSignal(false)
  const [leaving, setLeaving] = createSignal<BusyCalendar>()
  const changed = () => {
    void client.invalidateQueries({ queryKey: ['busy-calendars'] })
    slotsChanged(client)
  }
  const readings = () => calendars.data?.items.map((one) => `${one.id} ${one.state} ${one.read_at}`).join()
  createEffect(on(readings, () => slotsChanged(client), { defer: true }))
  return (
    <section aria-labelledby="calendars">
      <div class="section-head">
        <h2 id="calendars" class="t-big">
          {m.calendars_title()}
        </h2>
        <Button kind="soft" size="sm" onClick={() => setAdding(true)}>
          <PlusIcon class="i" aria-hidden="true" />
          {m.calendars_add()}
        </Button>
      </div>
      <p class="t-2 mb-4">{m.calendars_words()}</p>
      <Loaded
        query={calendars}
        loading={<SkeletonRows count={1} />}
        isEmpty={(page) => page.items.length === 0}
        empty={<p class="t-2">{m.calendars_none()}</p>}
      >
        {(page) => (
          <ul class="card card--flush list">
            <For each={page().items}>
              {(calendar) => <Row calendar={calendar} onChanged={changed} onRemove={() => setLeaving(calendar)} />}
            </For>
          </ul>
        )}
      </Loaded>
      <Show when={adding()}>
        <AddCalendar
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false)
            changed()
          }}
        />
      </Show>
      <Show when={leaving()}>
        {(calendar) => (
          <RemoveCalendar
            calendar={calendar()}
            onClose={() => setLeaving(undefined)}
            onRemoved={() => {
              setLeaving(undefined)
              changed()
            }}
          />
        )}
      </Show>
    </section>
  )
}

function Row(props: { calendar: BusyCalendar; onChanged: () => void; onRemove: () => void }) {
  const now = createNow(60_000)
  const [error, setError] = createSignal<unknown>()
  const words = () => {
    const { state, fault, events, read_at } = props.calendar
    if (state === 'failed' && fault) return FAULTS[fault]()
    if (!read_at) return m.calendar_waiting()
    return m.calendar_read({ events: m.calendar_events({ count: events }), when: fromNow(read_at, now()) })
  }
  const refresh = () => {
    setError(undefined)
    refreshCalendar(props.calendar.id).then(props.onChanged, setError)
  }
  return (
    <li class="list-row">
      <span class="list-row__main">
        <span class="t-strong">
          <bdi>{props.calendar.name}</bdi>
        </span>{' '}
        <Show when={props.calendar.state === 'failed'}>
          <Badge kind="danger">{m.calendar_failed_badge()}</Badge>
        </Show>
        <span class="t-sm t-2 block">{words()}</span>
        <span class="t-xs t-3 block">{props.calendar.host}</span>
        <ProblemNote error={error()} />
      </span>
      <Button
        kind="quiet"
        icon
        busy={props.calendar.state === 'waiting'}
        aria-label={m.calendar_refresh({ name: props.calendar.name })}
        onClick={refresh}
      >
        <RefreshIcon class="i" aria-hidden="true" />
      </Button>
      <Button
        kind="quiet"
        icon
        aria-label={m.calendar_remove({ name: props.calendar.name })}
        onClick={() => props.onRemove()}
      >
        <XIcon class="i" aria-hidden="true" />
      </Button>
    </li>
  )
}
