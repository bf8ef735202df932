import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { now } from '../lib/clock'
import { m, regionalLocale } from '../lib/messages'
import { useMe } from '../lib/session'
import type { Place } from '../lib/time'
import { Badge } from '../ui/Badge'
import { TimeWithZone } from '../ui/Time'
import type { EventCard } from './events.queries'
import { seatsWords, standingOf, standingWords } from './standing'

const monthOf = (date: string): string =>
  new Intl.DateTimeFormat(regionalLocale(), { month: 'short', timeZone: 'UTC' }).format(Date.parse(date))

/** One event among others: its day, what, by whom, where, and how I stand towards it. */
export function EventRow(props: { event: EventCard; place: Place | undefined }) {
  const date = () => props.place?.date(props.event.start_time)
  const where = () =>
    props.event.place === 'online' ? m.events_online() : (props.event.location ?? m.events_in_person())
  return (
    <li class="list-row list-row--link ev-row">
      <span class="cal" aria-hidden="true">
        <b class="num">{date() ? Number(date()!.slice(8)) : ''}</b>
        {date() ? monthOf(date()!) : ''}
      </span>
      <div class="list-row__main">
        <A class="cover-link t-strong" href={`/events/${props.event.id}`}>
          <bdi>{props.event.title}</bdi>
        </A>
        <p class="t-sm t-2">
          <TimeWithZone at={props.event.start_time} place={props.place} /> · <bdi>{where()}</bdi>
        </p>
        <p class="t-sm t-2">
          <bdi>{m.events_with({ name: props.event.organizer })}</bdi>
          <span class="ev-row__seats"> · {seatsWords(props.event)}</span>
        </p>
      </div>
      <Show when={props.event.cover_image}>
        {(source) => <img class="ev-row__cover" src={source()} alt="" loading="lazy" width="96" height="54" />}
      </Show>
      <RowState event={props.event} />
    </li>
  )
}

function RowState(props: { event: EventCard }) {
  const me = useMe()
  const standing = () => standingOf(props.event, me.data, now())
  const words = () => standingWords(standing(), props.event)
  return (
    <Switch>
      <Match when={standing() === 'cancelled'}>
        <Badge kind="danger">{words()}</Badge>
      </Match>
      <Match when={standing() === 'going'}>
        <Badge kind="success">{words()}</Badge>
      </Match>
      <Match when={standing() === 'waiting'}>
        <Badge kind="warning">{words()}</Badge>
      </Match>
      <Match when={standing() === 'draft'}>
        <Badge>{words()}</Badge>
      </Match>
      <Match when={standing() === 'organizing'}>
        <Badge kind="accent">{words()}</Badge>
      </Match>
      <Match when={standing() === 'full'}>
        <Badge>{m.events_full()}</Badge>
      </Match>
    </Switch>
  )
}
