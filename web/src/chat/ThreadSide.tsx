import { Show } from 'solid-js'
import { useInfiniteQuery } from '../lib/query'
import { bookingsQuery, type Booking } from '../bookings/bookings.queries'
import { otherOf } from '../bookings/other'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { fromNow, relativeDay, type Place } from '../lib/time'
import { usePlace } from '../lib/zones'
import { answersWords } from '../mentors/answers'
import { Avatar } from '../ui/Avatar'
import { ButtonLink } from '../ui/Button'
import type { Conversation } from './chat.queries'

const AGREED = ['pending', 'confirmed', 'in_progress']

/** Who it is, and when we meet next. */
export function ThreadSide(props: { conversation: Conversation; me: Me; mine: Place | undefined }) {
  const other = () => props.conversation.other
  const theirs = usePlace(() => other().time_zone)
  const now = createNow()
  const upcoming = useInfiniteQuery(() => bookingsQuery('upcoming'))
  const next = () =>
    upcoming.data?.pages
      .flatMap((page) => page.items)
      .find((one) => AGREED.includes(one.state) && otherOf(one, props.me).display_id === other().display_id)
  return (
    <aside class="chat__side" aria-label={m.chat_about()}>
      <div class="stack stack--2 chat__who">
        <Avatar name={other().name} picture={other().picture_url} size="xl" />
        <h2 class="t-section">
          <bdi>{other().name}</bdi>
        </h2>
        <p class="t-2 t-sm">{other().role === 'mentor' ? m.chat_is_mentor() : m.chat_is_student()}</p>
        <Show when={theirs()}>
          {(place) => (
            <p class="t-2 t-sm num">
              {m.chat_their_time({ time: place().time(now()), city: place().city, zone: place().label(now()) })}
            </p>
          )}
        </Show>
        <Show when={answersWords(other().answers_in)}>{(words) => <p class="t-2 t-sm">{words()}</p>}</Show>
        <Show when={other().role === 'mentor'}>
          <ButtonLink size="sm" href={`/mentors/${other().display_id}`}>
            {m.chat_see_profile()}
          </ButtonLink>
        </Show>
      </div>
      <Show when={props.mine && next()}>
        {(booking) => <Next booking={booking()} zone={other().time_zone} mine={props.mine!} />}
      </Show>
    </aside>
  )
}

function Next(props: { booking: Booking; zone: string; mine: Place }) {
  const now = createNow()
  const theirs = usePlace(() => props.zone)
  const at = () => props.booking.start_time
  return (
    <section class="stack stack--3" aria-labelledby="side-next">
      <h3 id="side-next" class="legend">
        {m.chat_next_session()}
      </h3>
      <div class="card card--accent stack stack--2 side-next">
        <p class="t-xs t-2">{fromNow(at(), now())}</p>
        <p class="t-strong num">
          {m.time_day_and_time({ day: relativeDay(props.mine, at(), now()), time: props.mine.time(at()) })}{' '}
          {props.mine.label(at())}
        </p>
        <p class="t-sm t-2">
          <Show when={theirs()}>{(place) => m.chat_side_theirs({ time: place().time(at()), city: place().city })}</Show>{' '}
          {props.booking.offer_title}
        </p>
        <ButtonLink kind="primary" size="sm" href={`/sessions/${props.booking.id}`}>
          {m.booking_open_session()}
        </ButtonLink>
      </div>
    </section>
  )
}
