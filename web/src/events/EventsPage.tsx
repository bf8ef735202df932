import './events.css'
import { createEffect, For, Show } from 'solid-js'
import PlusIcon from '~icons/lucide/calendar-plus'
import SearchIcon from '~icons/lucide/search'
import type { Place } from '../../../worker/contract/events.constants'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Button, ButtonLink } from '../ui/Button'
import { BareSelect } from '../ui/Field'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { EventRow } from './EventRow'
import { eventsQuery } from './events.queries'
import { MonthView } from './MonthView'
import { organizes } from './organizes'
import { useEventSearch, type EventSearch } from './search'

/** What anybody may come to, as a list or by the month. */
export default function EventsPage() {
  createTitle(m.nav_events)
  const me = useMe()
  const search = useEventSearch()
  return (
    <div class="evs">
      <div class="page-head">
        <h1 class="t-page grow">{m.nav_events()}</h1>
        <Show when={organizes(me.data)}>
          <ButtonLink kind="primary" href="/events/new">
            <PlusIcon class="i" aria-hidden="true" />
            {m.events_new()}
          </ButtonLink>
        </Show>
      </div>
      <Tools search={search} />
      <Show when={!search.isMonth()} fallback={<MonthView search={search} />}>
        <List search={search} />
      </Show>
    </div>
  )
}

function Tools(props: { search: EventSearch }) {
  const me = useMe()
  const tab = () => (props.search.isMonth() ? 'month' : props.search.when())
  const tabs = [
    { id: 'upcoming', label: m.events_upcoming, change: { when: undefined, view: undefined, month: undefined } },
    { id: 'past', label: m.events_past, change: { when: 'past', view: undefined, month: undefined } },
    { id: 'month', label: m.events_calendar, change: { view: 'month', when: undefined } },
  ] as const
  return (
    <>
      <nav class="tabs" aria-label={m.events_views()}>
        <For each={tabs}>
          {(one) => (
            <a class="tab" href={props.search.address(one.change)} aria-current={tab() === one.id ? 'page' : undefined}>
              {one.label()}
            </a>
          )}
        </For>
      </nav>
      <div class="evs__tools" role="search">
        <div class="search evs__search">
          <SearchIcon class="i" aria-hidden="true" />
          <input
            class="input"
            type="search"
            maxlength="200"
            aria-label={m.events_search()}
            placeholder={m.events_search()}
            value={props.search.typed()}
            onInput={(event) => props.search.type(event.currentTarget.value)}
          />
        </div>
        <BareSelect
          label={m.events_where()}
          value={props.search.place() ?? ''}
          onChange={(event) => props.search.choosePlace(event.currentTarget.value as Place | '')}
        >
          <Choices
            chosen={props.search.place()}
            of={[
              ['', m.events_anywhere()],
              ['online', m.events_online()],
              ['in_person', m.events_in_person()],
            ]}
          />
        </BareSelect>
        <Show when={me.data}>
          <BareSelect
            label={m.events_whose()}
            value={props.search.mine() ?? ''}
            onChange={(event) => props.search.chooseMine(event.currentTarget.value)}
          >
            <Choices
              chosen={props.search.mine()}
              of={[
                ['', m.events_all()],
                ['going', m.events_mine_going()],
                ['waiting', m.events_mine_waiting()],
                ...(organizes(me.data) ? ([['organizing', m.events_mine_organizing()]] as const) : []),
              ]}
            />
          </BareSelect>
        </Show>
      </div>
    </>
  )
}

const Choices = (props: { of: (readonly [string, string])[]; chosen: string | undefined }) => (
  <For each={props.of}>
    {([value, words]) => (
      <option value={value} selected={value === (props.chosen ?? '')}>
        {words}
      </option>
    )}
  </For>
)

function List(props: { search: EventSearch }) {
  const place = useMyPlace()
  const events = useInfiniteQuery(() => eventsQuery(props.search.wish()))
  const items = () => events.data?.pages.flatMap((page) => page.items) ?? []
  // A rare word may leave a page empty while later ones are not.
  createEffect(() => {
    if (items().length === 0 && events.hasNextPage && !events.isFetching) void events.fetchNextPage()
  })
  return (
    <Loaded
      query={events}
      loading={<SkeletonRows count={5} />}
      isEmpty={() => items().length === 0 && !events.hasNextPage}
      empty={<Nothing search={props.search} />}
    >
      {() => (
        <>
          <ul class="card card--flush list">
            <For each={items()}>{(event) => <EventRow event={event} place={place()} />}</For>
          </ul>
          <Show when={events.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.events_end()}</p>}>
            <Button
              class="justify-self-center"
              busy={events.isFetchingNextPage}
              onClick={() => void events.fetchNextPage()}
            >
              {m.events_more()}
            </Button>
          </Show>
        </>
      )}
    </Loaded>
  )
}

function Nothing(props: { search: EventSearch }) {
  const title = () => {
    if (props.search.isNarrowed()) return m.events_none_found()
    return props.search.when() === 'past' ? m.events_none_past() : m.events_none()
  }
  return (
    <div class="card">
      <Empty
        art={<Table />}
        title={title()}
        act={
          <Show
            when={props.search.isNarrowed()}
            fallback={<ButtonLink href="/mentors">{m.act_find_mentor()}</ButtonLink>}
          >
            <Button onClick={() => props.search.clear()}>{m.events_clear()}</Button>
          </Show>
        }
      >
        {props.search.isNarrowed() ? m.events_none_found_words() : m.events_none_words()}
      </Empty>
    </div>
  )
}
