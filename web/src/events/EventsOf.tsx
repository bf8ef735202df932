import './events.css'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { EventRow } from './EventRow'
import { ofOrganizerQuery } from './events.queries'

const A_FEW = 3

/** What a mentor has ahead that anybody may come to; nothing where there is none. */
export function EventsOf(props: { organizerId: string; place: Place }) {
  const events = useQuery(() => ofOrganizerQuery(props.organizerId, A_FEW))
  const items = () => (events.data?.items ?? []).filter((event) => event.is_published && !event.is_cancelled)
  return (
    <Show when={items().length > 0}>
      <section aria-labelledby="events" class="stack stack--3">
        <h2 id="events" class="t-big">
          {m.events_of_mentor()}
        </h2>
        <ul class="card card--flush list">
          <For each={items()}>{(event) => <EventRow event={event} place={props.place} />}</For>
        </ul>
      </section>
    </Show>
  )
}
