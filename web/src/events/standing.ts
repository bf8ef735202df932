import { m, regionalLocale } from '../lib/messages'
import type { Me } from '../lib/me'
import type { EventCard } from './events.queries'

export type Standing = 'cancelled' | 'past' | 'draft' | 'organizing' | 'going' | 'waiting' | 'closed' | 'full' | 'open'

/** An organizer is named by one of the two numbers of an account. */
export const isOrganizer = (event: Pick<EventCard, 'organizer_id'>, me: Me | null | undefined): boolean =>
  Boolean(me) && [me?.mentor_id, me?.student_id].includes(event.organizer_id)

/** How somebody stands towards an event: what its one button says. */
export function standingOf(event: EventCard, me: Me | null | undefined, now: number): Standing {
  if (event.is_cancelled) return 'cancelled'
  if (Date.parse(event.end_time) <= now) return 'past'
  if (!event.is_published) return 'draft'
  if (isOrganizer(event, me)) return 'organizing'
  if (event.rsvp) return event.rsvp.state
  if (Date.parse(event.rsvp_until) <= now) return 'closed'
  return event.seats_left === 0 ? 'full' : 'open'
}

/** "3rd" */
export function ordinal(place: number): string {
  const kind = new Intl.PluralRules(regionalLocale(), { type: 'ordinal' }).select(place)
  if (kind === 'one') return m.events_ordinal_one({ place })
  if (kind === 'two') return m.events_ordinal_two({ place })
  return kind === 'few' ? m.events_ordinal_few({ place }) : m.events_ordinal_other({ place })
}

export function standingWords(standing: Standing, event: EventCard): string {
  switch (standing) {
    case 'cancelled':
      return m.events_state_cancelled()
    case 'past':
      return m.events_state_past()
    case 'draft':
      return m.events_state_draft()
    case 'organizing':
      return m.events_state_organizing()
    case 'going':
      return m.events_state_going()
    case 'waiting':
      return m.events_state_waiting({ place: ordinal(event.rsvp?.place_in_line ?? 1) })
    case 'closed':
      return m.events_state_closed()
    case 'full':
      return m.events_act_wait()
    case 'open':
      return m.events_act_sign_up()
  }
}

export function seatsWords(event: EventCard): string {
  if (event.is_cancelled || !event.is_upcoming) return m.events_signed_up({ count: event.going })
  if (event.capacity === null || event.seats_left === null) return m.events_seats_open()
  if (event.seats_left === 0) return m.events_seats_full({ capacity: event.capacity })
  return m.events_seats_left({ count: event.seats_left, capacity: event.capacity })
}
