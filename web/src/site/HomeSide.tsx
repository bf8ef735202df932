import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { useQuery } from '../lib/query'
import type { Booking } from '../bookings/bookings.queries'
import { otherOf } from '../bookings/other'
import { conversationsQuery } from '../chat/chat.queries'
import { EventsGlance } from '../events/EventsGlance'
import { GoalsGlance } from '../goals/GoalsGlance'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import type { Teaching } from './home.queries'
import { MentorGlance } from './MentorGlance'
import { isTeaching } from '../lib/side'
import { isToday, relativeDay, type Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'

const RECENT = 4

/** What comes after the next session, and who wrote last. */
export function HomeSide(props: {
  later: Booking[]
  teaching: Teaching | null | undefined
  me: Me
  mine: Place | undefined
}) {
  const now = createNow()
  const conversations = useQuery(conversationsQuery)
  const recent = () => (conversations.data?.items ?? []).filter((one) => one.last_message).slice(0, RECENT)
  return (
    <aside class="stack stack--8" aria-label={m.home_overview()}>
      <Show when={props.later.length > 0 && props.mine}>
        {(place) => (
          <section aria-labelledby="later">
            <div class="section-head">
              <h2 id="later" class="t-section">
                {m.home_later()}
              </h2>
              <A class="link" href="/sessions">
                {m.home_all()}
              </A>
            </div>
            <ol class="tl">
              <For each={props.later}>
                {(booking) => (
                  <li>
                    <time class="tl__d t-sm" datetime={booking.start_time}>
                      {relativeDay(place(), booking.start_time, now())}
                      <b>{place().time(booking.start_time)}</b>
                    </time>
                    <Avatar
                      name={otherOf(booking, props.me).name}
                      picture={otherOf(booking, props.me).picture_url}
                      size="sm"
                    />
                    <span class="grow t-sm">
                      <A class="t-strong cover-link block" href={`/sessions/${booking.id}`}>
                        <bdi>{otherOf(booking, props.me).name}</bdi>
                      </A>
                      <span class="t-2">{booking.offer_title}</span>
                    </span>
                  </li>
                )}
              </For>
            </ol>
            <p class="t-xs t-3">{m.home_times_in({ zone: place().label(now()), city: place().city })}</p>
          </section>
        )}
      </Show>
      <Show when={isTeaching(props.me)} fallback={<GoalsGlance />}>
        <Show when={props.teaching}>
          {(teaching) => <MentorGlance teaching={teaching()} mentorId={props.me.mentor_id ?? ''} />}
        </Show>
      </Show>
      <Show when={recent().length > 0 && props.mine}>
        {(place) => (
          <section aria-labelledby="wrote">
            <div class="section-head">
              <h2 id="wrote" class="t-section">
                {m.nav_messages()}
              </h2>
              <A class="link" href="/messages">
                {m.home_all()}
              </A>
            </div>
            <ul class="list">
              <For each={recent()}>
                {(one) => (
                  <li class="list-row list-row--bare min-h-14 py-2">
                    <Avatar name={one.other.name} picture={one.other.picture_url} />
                    <span class="list-row__main">
                      <A class="t-strong cover-link" href={`/messages/${one.id}`}>
                        <bdi>{one.other.name}</bdi>
                      </A>
                      <span class="t-sm t-2 ellipsis block" dir="auto">
                        {one.last_message!.preview}
                      </span>
                    </span>
                    <time class="t-xs t-3 nowrap" datetime={one.last_message!.sent_at}>
                      {isToday(place(), one.last_message!.sent_at, now())
                        ? place().time(one.last_message!.sent_at)
                        : place().day(one.last_message!.sent_at)}
                    </time>
                    <Show when={one.unread > 0}>
                      <span class="dot dot--accent" role="img" aria-label={m.count_unread({ count: one.unread })} />
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </Show>
      <EventsGlance />
    </aside>
  )
}
