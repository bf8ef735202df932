import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import CalendarMinusIcon from '~icons/lucide/calendar-minus'
import CalendarPlusIcon from '~icons/lucide/calendar-plus'
import ExternalIcon from '~icons/lucide/external-link'
import type { SessionParts } from '../bookings/other'
import { stateAt } from '../bookings/words'
import { m } from '../lib/messages'
import { filePath, googleLink } from './calendar-links'

/** A session into one's own calendar: as a file for any program, or by Google's form. A cancelled one comes out again. */
export function AddToCalendar(props: Pick<SessionParts, 'booking' | 'other' | 'now'>) {
  const state = () => stateAt(props.booking, props.now)
  const isAhead = () => props.now < Date.parse(props.booking.end_time)
  const title = () => m.ics_title({ offer: props.booking.offer_title, name: props.other.name })
  return (
    <Show when={isAhead()}>
      <Switch>
        <Match when={['pending', 'confirmed', 'in_progress'].includes(state())}>
          <div class="stack stack--2" role="group" aria-label={m.ics_group()}>
            <div class="row row--2 row--wrap">
              <a class="btn flex-auto" href={filePath(props.booking.id)} download="" target="_self">
                <CalendarPlusIcon class="i" aria-hidden="true" />
                {m.ics_add()}
              </a>
              <a
                class="btn flex-auto"
                href={googleLink(props.booking, title())}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={m.ics_google_label()}
              >
                <ExternalIcon class="i" aria-hidden="true" />
                {m.ics_google()}
              </a>
            </div>
            <A class="link t-sm" href="/settings/calendar">
              {m.ics_feed()}
            </A>
          </div>
        </Match>
        <Match when={state() === 'cancelled'}>
          <a class="btn btn--block" href={filePath(props.booking.id)} download="" target="_self">
            <CalendarMinusIcon class="i" aria-hidden="true" />
            {m.ics_remove()}
          </a>
        </Match>
      </Switch>
    </Show>
  )
}
