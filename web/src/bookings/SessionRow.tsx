import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { createRemaining } from '../lib/clock'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import type { Me } from '../lib/session'
import { clockOf, type Place } from '../lib/time'
import { usePlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import { Badge } from '../ui/Badge'
import { ButtonLink } from '../ui/Button'
import type { Booking } from './bookings.queries'
import { otherOf } from './other'
import { isDoorOpen } from './RoomPanel'
import { stateAt, stateKind, stateWords } from './words'

const OVER = ['completed', 'cancelled', 'expired', 'student_absent', 'mentor_absent', 'nobody_came']

/** One session: my time, theirs beneath, with whom, what, and how it stands. The whole row leads to it. */
export function SessionRow(props: { booking: Booking; me: Me; mine: Place; now: number }) {
  const other = () => otherOf(props.booking, props.me)
  const theirs = usePlace(() => other().time_zone)
  const state = () => stateAt(props.booking, props.now)
  const left = createRemaining(() => props.booking.hold_expires_at)
  const isElsewhere = () => theirs()?.time(props.booking.start_time) !== props.mine.time(props.booking.start_time)
  const iPay = () => other().role === 'mentor'
  return (
    <li class="list-row list-row--link srow">
      <div class="srow__t">
        <time datetime={props.booking.start_time}>
          <b>{props.mine.time(props.booking.start_time)}</b>{' '}
          <span class="t-3">{props.mine.label(props.booking.start_time)}</span>
        </time>
        <Show when={isElsewhere() && theirs()}>
          {(place) => (
            <span class="t-xs t-3 num">
              {m.mentor_their_time({ time: place().time(props.booking.start_time), city: place().city })}
            </span>
          )}
        </Show>
      </div>
      <Avatar name={other().name} picture={other().picture_url} />
      <div class="list-row__main">
        <A class="t-strong cover-link" href={`/sessions/${props.booking.id}`}>
          <bdi>{other().name}</bdi>
        </A>
        <p class="t-sm t-2">
          {props.booking.offer_title}, {m.minutes({ count: props.booking.minutes })}
        </p>
      </div>
      <div class="srow__a">
        <Badge kind={stateKind(state())}>{stateWords(props.booking, props.now, iPay() ? 'student' : 'mentor')}</Badge>
        <Switch>
          <Match when={state() === 'held' && iPay()}>
            <a class="btn btn--primary btn--sm" target="_self" href={`/checkout/${props.booking.id}`}>
              {m.booking_pay_left({
                amount: money(props.booking.amount_minor, props.booking.currency),
                left: clockOf(left() ?? 0),
              })}
            </a>
          </Match>
          <Match when={isDoorOpen(props.booking, props.now)}>
            <ButtonLink kind="primary" size="sm" href={`/meetings/${props.booking.id}`}>
              {m.session_join()}
            </ButtonLink>
          </Match>
          <Match when={OVER.includes(state()) && iPay()}>
            <ButtonLink size="sm" href={`/book/${props.booking.mentor_id}?offer_id=${props.booking.offer_id}`}>
              {m.booking_again()}
            </ButtonLink>
          </Match>
        </Switch>
      </div>
    </li>
  )
}
