import { Match, Show, Switch } from 'solid-js'
import VideoIcon from '~icons/lucide/video'
import { CLOSES_AFTER_MS, OPENS_BEFORE_MS } from '../../../worker/contract/meetings.constants'
import { m } from '../lib/messages'
import { clockOf, fromNow, isToday, MINUTE } from '../lib/time'
import { ButtonLink } from '../ui/Button'
import type { Booking } from './bookings.queries'
import type { SessionParts } from './other'
import { stateAt } from './words'

const AGREED = ['confirmed', 'in_progress', 'completed', 'student_absent', 'mentor_absent', 'nobody_came']

/** A door that opens later than this is not looked at yet: the times themselves say enough. */
const SOON_MS = 24 * 60 * MINUTE

/** When the door of a session opens and closes; undefined where it has none soon, or none any more. */
export function doorOf(booking: Booking, now: number): { opens: number; closes: number } | undefined {
  const closes = Date.parse(booking.end_time) + CLOSES_AFTER_MS
  const opens = Date.parse(booking.start_time) - OPENS_BEFORE_MS
  if (now >= closes || opens - now > SOON_MS || !AGREED.includes(stateAt(booking, now))) return undefined
  return { opens, closes }
}

export const isDoorOpen = (booking: Booking, now: number): boolean => (doorOf(booking, now)?.opens ?? Infinity) <= now

/** The way into the room: how long until it opens, or the door. */
export function RoomPanel(props: SessionParts & { opens: number; closes: number }) {
  const left = () => props.opens - props.now
  const span = () => ({ time: props.mine.time(props.opens), zone: props.mine.label(props.opens) })
  const until = (at: string | number) => ({ time: props.mine.time(at), zone: props.mine.label(at) })
  return (
    <section class="card card--accent room" aria-label={m.session_room()}>
      <Show
        when={left() <= 0}
        fallback={
          <>
            <p class="grow">
              {isToday(props.mine, props.opens, props.now)
                ? m.session_room_opens(span())
                : m.session_room_opens_day({ ...span(), day: props.mine.day(props.opens) })}
            </p>
            <b class="room__t num" role="timer">
              {left() < 60 * MINUTE ? clockOf(left()) : fromNow(props.opens, props.now)}
            </b>
          </>
        }
      >
        <p class="grow row row--2">
          <span class="dot dot--pulse" />
          <Switch fallback={m.session_room_open()}>
            <Match when={props.now >= Date.parse(props.booking.end_time)}>
              {m.session_room_over(until(props.closes))}
            </Match>
            <Match when={props.now >= Date.parse(props.booking.start_time)}>
              {m.session_room_running(until(props.booking.end_time))}
            </Match>
          </Switch>
        </p>
        <ButtonLink kind="primary" size="lg" href={`/meetings/${props.booking.id}`}>
          <VideoIcon class="i" aria-hidden="true" />
          {m.session_join()}
        </ButtonLink>
      </Show>
    </section>
  )
}
