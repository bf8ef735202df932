import packed from 'moment-timezone/data/packed/latest.json'
import { offsetAt, zoneData, zoneLabel } from '../../../worker/contract/zone'
import type { components } from '../../src/lib/contract.generated'
import { shortened, type Head } from '../document'
import { shareImage } from '../pages'
import { events_cancelled_words, events_in_person, events_online, nav_events } from '../words'

type Event = components['schemas']['Event']

const zones = zoneData(packed)
const MINUTE = 60_000
const two = (value: number): string => String(value).padStart(2, '0')

const zoneOf = ({ time_zone }: Event) => zones.zone(zones.has(time_zone) ? time_zone : 'UTC')

/** "2026-11-26T19:00:00+05:30": the wall time where it is thought of, with its distance from UTC. */
function withOffset(instant: string, event: Event): string {
  const offset = offsetAt(zoneOf(event), Date.parse(instant))
  const wall = new Date(Date.parse(instant) + offset * MINUTE).toISOString().slice(0, 19)
  const far = Math.abs(offset)
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(far / 60))}:${two(far % 60)}`
}

/** "Thursday, 26 November 2026 at 19:00 IST" */
function whenWords(event: Event): string {
  const at = Date.parse(event.start_time)
  const zone = zoneOf(event)
  const style = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat('en-GB', style).format(at + offsetAt(zone, at) * MINUTE)} ${zoneLabel(zone, at)}`
}

const whereWords = (event: Event): string =>
  event.place === 'online' ? events_online : (event.location ?? events_in_person)

/** The link itself is for those who are going; that there is one, everybody may know. */
function whereData(event: Event, url: string): { mode: string; location: object } {
  const virtual = { '@type': 'VirtualLocation', url }
  if (event.place === 'online') return { mode: 'OnlineEventAttendanceMode', location: virtual }
  const name = whereWords(event)
  const place = { '@type': 'Place', name, address: name }
  return event.has_online_link
    ? { mode: 'MixedEventAttendanceMode', location: [place, virtual] as unknown as object }
    : { mode: 'OfflineEventAttendanceMode', location: place }
}

/** https://schema.org/Event */
function eventData(event: Event, url: string, origin: string, image: string | undefined) {
  const { mode, location } = whereData(event, url)
  const isMentor = event.organizer_id.startsWith('M')
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    url,
    ...(event.description && { description: event.description }),
    startDate: withOffset(event.start_time, event),
    endDate: withOffset(event.end_time, event),
    eventStatus: `https://schema.org/${event.is_cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${mode}`,
    location,
    ...(image && { image }),
    organizer: event.is_official
      ? { '@type': 'Organization', name: 'AspireX', url: origin }
      : {
          '@type': 'Person',
          name: event.organizer,
          ...(isMentor && { url: `${origin}/mentors/${event.organizer_id}` }),
        },
    isAccessibleForFree: true,
    ...(event.capacity !== null && {
      maximumAttendeeCapacity: event.capacity,
      remainingAttendeeCapacity: event.seats_left ?? 0,
    }),
    offers: {
      '@type': 'Offer',
      price: '0',
      priceCurrency: 'INR',
      url,
      availability: `https://schema.org/${event.seats_left === 0 ? 'SoldOut' : 'InStock'}`,
      validFrom: event.created_at,
    },
  }
}

export function eventHead(event: Event, origin: string): Head {
  const url = `${origin}/events/${event.id}`
  const image = event.cover_image ? new URL(event.cover_image, origin).href : undefined
  const facts = `${whenWords(event)}. ${whereWords(event)}.`
  return {
    title: `${event.title} · AspireX`,
    description: shortened(`${facts} ${event.description}`),
    canonical: url,
    image: image ?? shareImage(origin),
    type: 'website',
    data: eventData(event, url, origin, image),
    words: [
      event.title,
      ...(event.is_cancelled ? [events_cancelled_words] : []),
      whenWords(event),
      whereWords(event),
      event.organizer,
      ...event.description.split(/\n{2,}/).filter((part) => part.trim()),
    ],
    links: [{ href: '/events', words: nav_events }],
  }
}
