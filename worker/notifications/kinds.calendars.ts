import type { REMINDERS } from '../calendars/reminders.rules'
import { otherOf, sessionLink, times, title, type BookingData, type Kind } from './kind'
import { timeIn } from './wording'

/** `agreed_zone` is the zone on whose wall clock the two agreed. */
type Anchored = BookingData & { agreed_zone: string }
export interface CalendarKinds {
  session_reminder: BookingData & { minutes: (typeof REMINDERS)[number]; sequence: number }
  session_reanchored: Anchored
  session_clash: Anchored
}

const AHEAD = { 1440: 'a day', 60: 'an hour', 10: '10 minutes' } as const
const wasAt = ({ other_time }: BookingData, zone: string): string => (other_time ? timeIn(zone, other_time) : '')
const placeOf = ({ agreed_zone }: Anchored): string => agreed_zone.split('/').at(-1)!.replaceAll('_', ' ')

/** A session approaches, or the clocks around it change. */
export const CALENDAR_KINDS: { [K in keyof CalendarKinds]: Kind<CalendarKinds[K]> } = {
  session_reminder: {
    type: 'info',
    important: true,
    text: (data, reader) =>
      `${title(data)} with ${otherOf(data).name} begins in less than ${AHEAD[data.minutes]}: ${timeIn(reader.time_zone, data.start_time)}.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `In less than ${AHEAD[data.minutes]}: ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `${title(data)} with ${otherOf(data).name} begins in less than ${AHEAD[data.minutes]}. The room opens 10 minutes before.`,
        ...times(data, reader),
      ],
      action: { label: 'Open the session', path: sessionLink(data) },
    }),
  },
  session_reanchored: {
    type: 'warning',
    to_guardian: true,
    with_calendar_file: true,
    text: (data, reader) =>
      `The clocks of ${placeOf(data)} change. ${title(data)} with ${otherOf(data).name} keeps the time that was agreed there: ${timeIn(reader.time_zone, data.start_time)} (it was ${wasAt(data, reader.time_zone)}).`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `The clocks change: ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `The rules for the clocks of ${placeOf(data)} have changed. ${title(data)} keeps the time of day that was agreed there, so for others it moves. It was ${wasAt(data, reader.time_zone)}.`,
        ...times(data, reader),
        'If the new time does not suit you, you can move or cancel the session on its page.',
      ],
      action: { label: 'Open the session', path: sessionLink(data) },
    }),
  },
  session_clash: {
    type: 'warning',
    important: true,
    to_guardian: true,
    text: (data, reader) =>
      `The clocks of ${placeOf(data)} change, and the agreed time of ${title(data)} with ${otherOf(data).name} is taken. Until it is settled it stays at ${timeIn(reader.time_zone, data.start_time)}.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `Please look at the time: ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `The rules for the clocks of ${placeOf(data)} have changed. The time of day that was agreed for ${title(data)} is now ${wasAt(data, reader.time_zone)}, and there something else takes place.`,
        'Until it is settled the session stays at this time:',
        ...times(data, reader),
        'We look after it. You can also move or cancel the session on its page.',
      ],
      action: { label: 'Open the session', path: sessionLink(data) },
    }),
  },
}
