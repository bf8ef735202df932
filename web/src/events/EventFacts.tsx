import { A } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import ClockIcon from '~icons/lucide/clock'
import PinIcon from '~icons/lucide/map-pin'
import UsersIcon from '~icons/lucide/users'
import VideoIcon from '~icons/lucide/video'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import { useMyPlace, usePlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import type { Event } from './events.queries'
import { seatsWords } from './standing'

/** "Thursday 26 November 19:00 to 20:30", with the day of its end where that is another. */
export function spanWords(place: Place, event: Pick<Event, 'start_time' | 'end_time'>): string {
  const at = (instant: string) => m.time_day_and_time({ day: place.longDay(instant), time: place.time(instant) })
  const isOneDay = place.date(event.start_time) === place.date(event.end_time)
  return m.events_span({ from: at(event.start_time), to: isOneDay ? place.time(event.end_time) : at(event.end_time) })
}

const Span = (props: { event: Event; place: Place }) => (
  <time datetime={props.event.start_time}>
    {spanWords(props.place, props.event)} <span class="t-3">{props.place.label(props.event.start_time)}</span>
  </time>
)

/** Who, when, where and how many. */
export function EventFacts(props: { event: Event }) {
  const mine = useMyPlace()
  const theirs = usePlace(() => props.event.time_zone)
  const isElsewhere = () => mine() && theirs() && mine()!.zone !== theirs()!.zone
  return (
    <div class="ev__facts">
      <Organizer event={props.event} />
      <Fact icon={<ClockIcon class="i" aria-hidden="true" />} label={m.events_when()}>
        <Show when={mine()} fallback={<span class="sk sk--w60" />}>
          {(place) => <Span event={props.event} place={place()} />}
        </Show>
        <Show when={isElsewhere() && theirs()}>
          {(place) => (
            <p class="t-sm t-2">
              {m.events_there({ city: place().city })} <Span event={props.event} place={place()} />
            </p>
          )}
        </Show>
      </Fact>
      <Where event={props.event} />
      <Fact icon={<UsersIcon class="i" aria-hidden="true" />} label={m.events_seats()}>
        {seatsWords(props.event)}
        <Show when={props.event.is_upcoming && !props.event.is_cancelled}>
          <p class="t-sm t-2">
            {m.events_going({ count: props.event.going })}
            <Show when={props.event.waiting > 0}> · {m.events_waiting({ count: props.event.waiting })}</Show>
          </p>
        </Show>
      </Fact>
    </div>
  )
}

const Fact = (props: { icon: JSX.Element; label: string; children: JSX.Element }) => (
  <div class="ev__fact">
    {props.icon}
    <div>
      <span class="sr">{props.label}</span>
      {props.children}
    </div>
  </div>
)

function Organizer(props: { event: Event }) {
  const isMentor = () => props.event.organizer_id.startsWith('M')
  const Name = () => <bdi class="t-strong">{props.event.organizer}</bdi>
  return (
    <div class="row row--2">
      <Avatar name={props.event.organizer} picture={props.event.organizer_picture_url} />
      <p>
        <span class="t-sm t-2 block">{m.events_by()}</span>
        <Show when={isMentor()} fallback={<Name />}>
          <A class="link" href={`/mentors/${props.event.organizer_id}`}>
            <Name />
          </A>
        </Show>
      </p>
    </div>
  )
}

/** The link is for those who are going; everybody else learns that there is one. */
function Where(props: { event: Event }) {
  const isOnline = () => props.event.place === 'online'
  return (
    <Fact
      icon={isOnline() ? <VideoIcon class="i" aria-hidden="true" /> : <PinIcon class="i" aria-hidden="true" />}
      label={m.events_where()}
    >
      <Show when={!isOnline()} fallback={m.events_online()}>
        <bdi>{props.event.location ?? m.events_in_person()}</bdi>
      </Show>
      <Show when={props.event.has_online_link}>
        <p class="t-sm t-2">
          <Show when={props.event.online_link} fallback={m.events_link_later()}>
            {(link) => (
              <a class="link break-all" href={link()} target="_blank" rel="noopener noreferrer">
                {link()}
              </a>
            )}
          </Show>
        </p>
      </Show>
    </Fact>
  )
}
