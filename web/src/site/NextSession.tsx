import { Match, Show, Switch } from 'solid-js'
import type { Booking } from '../bookings/bookings.queries'
import { otherOf } from '../bookings/other'
import { createWriteTo } from '../chat/write-to'
import { isDoorOpen } from '../bookings/RoomPanel'
import { stateName } from '../bookings/words'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { clockOf, fromNow, MINUTE, relativeDay, type Place } from '../lib/time'
import { usePlace } from '../lib/zones'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { Portrait } from '../ui/Portrait'

/** One large next thing: when, with whom, both local times. */
export function NextSession(props: { booking: Booking; me: Me; mine: Place | undefined }) {
  const other = () => otherOf(props.booking, props.me)
  const theirs = usePlace(() => other().time_zone)
  const now = createNow()
  const left = () => Date.parse(at()) - now()
  const at = () => props.booking.start_time
  const isRunning = () => Date.parse(at()) <= now()
  const message = createWriteTo()
  const when = (place: Place) => m.time_day_and_time({ day: relativeDay(place, at(), now()), time: place.time(at()) })

  return (
    <section class="next" aria-labelledby="next">
      <Portrait class="next__pic" name={other().name} picture={other().picture_url} eager />
      <div class="next__b">
        <p class="next__k" classList={{ 'next__k--asked': props.booking.state === 'pending' }}>
          <span class="dot dot--pulse" />
          <Switch fallback={m.home_starts({ when: fromNow(at(), now()) })}>
            <Match when={props.booking.state === 'pending'}>{stateName('pending')}</Match>
            <Match when={isRunning()}>{m.home_running()}</Match>
            <Match when={left() < 60 * MINUTE}>
              <span class="num" role="timer">
                {m.home_counting({ left: clockOf(left()) })}
              </span>
            </Match>
          </Switch>
        </p>
        <h2 id="next" class="display next__t">
          <Show when={props.mine} fallback={<span class="sk sk--w60 inline-block h-8" />}>
            {(place) => <span class="num">{when(place())}</span>}
          </Show>{' '}
          {m.home_with()} <bdi>{other().name}</bdi>
        </h2>
        <p class="t-2">
          {m.home_what({ title: props.booking.offer_title, count: props.booking.minutes })}{' '}
          <Show when={props.mine && theirs()}>
            {(place) =>
              place().time(at()) === props.mine!.time(at())
                ? m.home_one_time({ mine: props.mine!.time(at()), zone: props.mine!.label(at()) })
                : m.home_both_times({
                    mine: props.mine!.time(at()),
                    zone: props.mine!.label(at()),
                    theirs: place().time(at()),
                    their_zone: place().label(at()),
                    city: place().city,
                  })
            }
          </Show>
        </p>
        <div class="row row--wrap row--2 next__a">
          <Show when={isDoorOpen(props.booking, now())}>
            <ButtonLink kind="primary" size="lg" href={`/meetings/${props.booking.id}`}>
              {m.session_join()}
            </ButtonLink>
          </Show>
          <ButtonLink
            kind={isDoorOpen(props.booking, now()) ? 'soft' : 'primary'}
            size="lg"
            href={`/sessions/${props.booking.id}`}
          >
            {m.home_open_session()}
          </ButtonLink>
          <Button size="lg" busy={message.busy()} onClick={() => message.writeTo(other().display_id)}>
            {m.home_message()}
          </Button>
        </div>
        <ProblemNote error={message.error()} />
      </div>
    </section>
  )
}
