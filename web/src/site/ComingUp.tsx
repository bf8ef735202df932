import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Booking } from '../bookings/bookings.queries'
import { otherOf } from '../bookings/other'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import type { Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import { TimeWithZone } from '../ui/Time'

/** A mentor's next sessions after the first: who, what for, when. */
export function ComingUp(props: { later: Booking[]; me: Me; mine: Place | undefined }) {
  return (
    <Show when={props.later.length > 0}>
      <section aria-labelledby="coming">
        <div class="section-head">
          <h2 id="coming" class="t-section">
            {m.home_later()}
          </h2>
          <A class="link" href="/sessions">
            {m.home_all()}
          </A>
        </div>
        <ul class="card card--flush list">
          <For each={props.later}>
            {(booking) => (
              <li class="list-row list-row--link flex-wrap">
                <Avatar name={otherOf(booking, props.me).name} picture={otherOf(booking, props.me).picture_url} />
                <span class="list-row__main basis-40">
                  <A class="t-strong cover-link" href={`/sessions/${booking.id}`}>
                    <bdi>{otherOf(booking, props.me).name}</bdi>
                  </A>
                  <span class="t-sm t-2 block">
                    {m.preview_offer_words({ title: booking.offer_title, count: booking.minutes })}
                  </span>
                </span>
                <span class="t-strong num">
                  <TimeWithZone at={booking.start_time} place={props.mine} />
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
