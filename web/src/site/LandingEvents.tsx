import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { answer, api, type Answer } from '../lib/api'
import { createFetched } from '../lib/fetched'
import { m } from '../lib/messages'
import { write, ms, type Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'

const SHOWN = 3
type EventCard = Answer<'/api/events/'>['items'][number]

/** What anybody may come to, where there is something. */
export function ComingEvents(props: { place: Place }) {
  const events = createFetched(
    () => SHOWN,
    (limit) => answer(api.GET('/api/events/', { params: { query: { when: 'upcoming', limit } } })),
  )
  const coming = () => events.data()?.items.filter((event) => !event.is_cancelled) ?? []
  return (
    <Show when={coming().length > 0}>
      <section class="wrap sec" aria-labelledby="events">
        <div class="section-head">
          <h2 id="events" class="t-page">
            {m.landing_events()}
          </h2>
          <A class="link nowrap" href="/events">
            {m.landing_events_all()}
          </A>
        </div>
        <ul class="card card--flush list">
          <For each={coming()}>{(event) => <EventRow event={event} place={props.place} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function EventRow(props: { event: EventCard; place: Place }) {
  const at = () => props.event.start_time
  const seats = () => {
    const left = props.event.seats_left
    if (left === null) return m.landing_events_open()
    return left > 0 ? m.landing_events_left({ count: left }) : m.landing_events_full()
  }
  return (
    <li class="list-row list-row--link event-row">
      <span class="cal" aria-hidden="true">
        <b class="num">{write('dayNumber', ms(at()), undefined)}</b>
        {write('month', ms(at()), undefined)}
      </span>
      <div class="list-row__main">
        <h3>
          <A class="cover-link t-strong" href={`/events/${props.event.id}`}>
            <bdi>{props.event.title}</bdi>
          </A>
        </h3>
        <p class="t-sm t-2">
          <bdi>{m.landing_events_with({ name: props.event.organizer })}</bdi>
          <span class="event-row__at">
            <time datetime={at()}>
              {m.time_day_and_time({ day: props.place.day(at()), time: props.place.time(at()) })}
            </time>{' '}
            {props.place.label(at())}
          </span>
        </p>
      </div>
      <span class="t-sm t-2 event-row__seats">{seats()}</span>
      <Avatar name={props.event.organizer} picture={props.event.organizer_picture_url} />
    </li>
  )
}
