import { Show } from 'solid-js'
import { isToday, relativeDay, type Place } from '../lib/time'
import { now } from '../lib/clock'
import { m } from '../lib/messages'

const iso = (instant: string | number) => new Date(instant).toISOString()

/** The style with the whole name of the day. */
export const IN_FULL = 'long'

/** "Today 19:00 IST". Until the zone data is there it keeps its place. */
export function TimeWithZone(props: { at: string; place: Place | undefined; style?: 'relative' | 'long' | 'time' }) {
  const words = (place: Place) => {
    if (props.style === 'time') return place.time(props.at)
    const day = props.style === 'long' ? place.longDay(props.at) : relativeDay(place, props.at, now())
    return m.time_day_and_time({ day, time: place.time(props.at) })
  }
  return (
    <Show when={props.place} fallback={<span class="sk inline-block w-24 align-middle" />}>
      {(place) => (
        <time datetime={iso(props.at)}>
          {words(place())} <span class="t-3">{place().label(props.at)}</span>
        </time>
      )}
    </Show>
  )
}

/** The heroes of a card: key above, time large, zone small, a green dot only when it is today. */
export function Soonest(props: { at: string | null; place: Place | undefined }) {
  return (
    <Show
      when={props.at}
      fallback={
        <div class="soonest">
          <span class="soonest__k">{m.soonest_key()}</span>
          <span class="t-2">{m.soonest_none()}</span>
        </div>
      }
    >
      {(at) => (
        <Show when={props.place} fallback={<SoonestSkeleton />}>
          {(place) => (
            <div class="soonest" data-today={isToday(place(), at(), now()) ? '' : undefined}>
              <span class="soonest__k">
                <Show when={isToday(place(), at(), now())}>
                  <span class="dot" />
                </Show>
                {m.soonest_key()}
              </span>
              <time class="soonest__t" datetime={at()}>
                {m.time_day_and_time({ day: relativeDay(place(), at(), now()), time: place().time(at()) })}{' '}
                <abbr>{place().label(at())}</abbr>
              </time>
            </div>
          )}
        </Show>
      )}
    </Show>
  )
}

const SoonestSkeleton = () => (
  <div class="soonest">
    <span class="soonest__k">{m.soonest_key()}</span>
    <span class="soonest__t">
      <span class="sk inline-block w-28" />
    </span>
  </div>
)
