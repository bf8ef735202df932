import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useMyPlace } from '../lib/zones'
import { TimeWithZone } from '../ui/Time'
import { aheadQuery } from './events.queries'

const A_FEW = 3

/** The next things that anybody may come to; nothing where none is planned. */
export function EventsGlance() {
  const place = useMyPlace()
  const events = useQuery(() => aheadQuery(A_FEW))
  const items = () => (events.data?.items ?? []).filter((event) => !event.is_cancelled)
  return (
    <Show when={items().length > 0}>
      <section aria-labelledby="glance-events">
        <div class="section-head">
          <h2 id="glance-events" class="t-section">
            {m.nav_events()}
          </h2>
          <A class="link" href="/events">
            {m.landing_events_all()}
          </A>
        </div>
        <ul class="list">
          <For each={items()}>
            {(event) => (
              <li class="list-row list-row--link list-row--bare">
                <div class="list-row__main">
                  <A class="cover-link t-strong" href={`/events/${event.id}`}>
                    <bdi>{event.title}</bdi>
                  </A>
                  <p class="t-sm t-2">
                    <TimeWithZone at={event.start_time} place={place()} />
                  </p>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
