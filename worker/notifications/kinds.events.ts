import type { Place } from '../contract/events.constants'
import type { EventReminder } from '../events/events.rules'
import { because, type Kind, type MailText, type Reader } from './kind'
import { named, timeIn } from './wording'

/** An event as it is when somebody is told of it. */
export interface EventData {
  event_id: string
  event_title: string
  start_time: string
  end_time: string
  /** Where it is thought of. */
  event_zone: string
  place: Place
  location: string | null
  organizer_name: string
}
export interface EventKinds {
  event_joined: EventData
  event_promoted: EventData
  event_reminder: EventData & { minutes: EventReminder; time_version: number }
  event_changed: EventData & { waits: boolean; other_time?: string }
  event_cancelled: EventData & { reason?: string; to_organizer?: boolean }
  event_follow_up: EventData & { words: string }
}

const link = ({ event_id }: EventData): string => `/events/${event_id}`
const title = ({ event_title }: EventData): string => `“${named(event_title)}”`
const at = ({ start_time }: EventData, reader: Reader): string => timeIn(reader.time_zone, start_time)
const AHEAD = { 1440: 'a day', 60: 'an hour' } as const

/** The reader's time and that of the event's own zone (B13), and where it is. */
function details(data: EventData, reader: Reader): string[] {
  const [mine, theirs] = [at(data, reader), timeIn(data.event_zone, data.start_time)]
  const place = data.place === 'online' ? 'Online; the link is on its page.' : data.location
  return [
    `When: ${mine}`,
    ...(mine === theirs ? [] : [`In ${data.event_zone.replaceAll('_', ' ')}: ${theirs}`]),
    ...(place ? [`Where: ${place}`] : []),
  ]
}

const mail =
  <D extends EventData>(subject: (data: D) => string, lead: (data: D, reader: Reader) => string[], label: string) =>
  (data: D, reader: Reader): MailText => ({
    subject: subject(data),
    paragraphs: [...lead(data, reader), ...details(data, reader)],
    action: { label, path: link(data) },
  })

const moved = ({ other_time }: { other_time?: string }, reader: Reader): string =>
  other_time ? ` It was ${timeIn(reader.time_zone, other_time)}.` : ''

const SHOWN = 200
/** Of a text that is read whole by mail. */
function beginning(words: string): string {
  const letters = [...new Intl.Segmenter().segment(words)]
  return letters.length <= SHOWN
    ? words
    : `${letters
        .slice(0, SHOWN)
        .map(({ segment }) => segment)
        .join('')}…`
}

export const EVENT_KINDS: { [K in keyof EventKinds]: Kind<EventKinds[K]> } = {
  event_joined: {
    type: 'success',
    with_calendar_file: true,
    text: (data, reader) => `You are going to ${title(data)}: ${at(data, reader)}.`,
    link,
    mail: mail(
      (data) => `You are going: ${data.event_title}`,
      (data) => [`You are going to ${title(data)} by ${named(data.organizer_name)}.`],
      'Open the event',
    ),
  },
  event_promoted: {
    type: 'success',
    important: true,
    with_calendar_file: true,
    text: (data, reader) => `A seat is free, and it is yours: you are going to ${title(data)}, ${at(data, reader)}.`,
    link,
    mail: mail(
      (data) => `You have a seat: ${data.event_title}`,
      (data) => [
        `You waited for ${title(data)} by ${named(data.organizer_name)}. A seat is free now, and it is yours.`,
        'If you cannot come any more, give it back on the page of the event, and the next in line has it.',
      ],
      'Open the event',
    ),
  },
  event_reminder: {
    type: 'info',
    important: true,
    text: (data, reader) => `${title(data)} begins in less than ${AHEAD[data.minutes]}: ${at(data, reader)}.`,
    link,
    mail: mail(
      (data) => `In less than ${AHEAD[data.minutes]}: ${data.event_title}`,
      (data) => [`${title(data)} by ${named(data.organizer_name)} begins in less than ${AHEAD[data.minutes]}.`],
      'Open the event',
    ),
  },
  event_changed: {
    type: 'warning',
    important: true,
    with_calendar_file: true,
    text: (data, reader) => `${title(data)} has changed. It begins ${at(data, reader)}.${moved(data, reader)}`,
    link,
    mail: mail(
      (data) => `Changed: ${data.event_title}`,
      (data, reader) => [
        `${named(data.organizer_name)} changed ${title(data)}, ${data.waits ? 'for which you wait' : 'to which you are going'}.${moved(data, reader)}`,
        ...(data.waits ? [] : ['If it does not suit you any more, give your seat back on the page of the event.']),
      ],
      'See what changed',
    ),
  },
  event_cancelled: {
    type: 'warning',
    important: true,
    with_calendar_file: true,
    text: (data, reader) =>
      data.to_organizer
        ? `Our staff cancelled your event ${title(data)} on ${at(data, reader)}.`
        : `${title(data)} on ${at(data, reader)} was cancelled.`,
    link,
    mail: mail(
      (data) => `Cancelled: ${data.event_title}`,
      (data) => [
        data.to_organizer
          ? `Our staff cancelled your event ${title(data)}. Everybody who wanted to come is told.`
          : `${title(data)} by ${named(data.organizer_name)} was cancelled and does not take place.`,
        ...because(data.reason),
      ],
      'See details',
    ),
  },
  event_follow_up: {
    type: 'info',
    text: (data) => `${named(data.organizer_name)} wrote to the guests of ${title(data)}: ${beginning(data.words)}`,
    link,
    mail: (data) => ({
      subject: `About ${data.event_title}`,
      paragraphs: [
        `${named(data.organizer_name)} writes to the guests of ${title(data)}:`,
        ...data.words.split(/\n+/).filter((line) => line.trim() !== ''),
      ],
      action: { label: 'Open the event', path: link(data) },
    }),
  },
}
