import { createStore } from 'solid-js/store'
import type { GuestView, Place, Repeat } from '../../../worker/contract/events.constants'
import { instantsOf, wallTimeOf, type ZoneData } from '../../../worker/contract/zone'
import type { Event, Plan } from './events.queries'

/** What is typed into the form: wall times on the clock of a zone, numbers as they are written. */
export type Draft = {
  title: string
  description: string
  start_date: string
  start_time: string
  end_date: string
  end_time: string
  time_zone: string
  place: Place
  location: string
  online_link: string
  capacity: string
  guests: GuestView
  cover_image: string
  every: Repeat | ''
  count: string
}

export const emptyDraft = (time_zone: string): Draft => ({
  title: '',
  description: '',
  start_date: '',
  start_time: '',
  end_date: '',
  end_time: '',
  time_zone,
  place: 'online',
  location: '',
  online_link: '',
  capacity: '',
  guests: 'counts',
  cover_image: '',
  every: '',
  count: '3',
})

export function draftOf(event: Event, zones: ZoneData): Draft {
  const zone = zones.zone(zones.has(event.time_zone) ? event.time_zone : 'UTC')
  const [start, end] = [wallTimeOf(zone, Date.parse(event.start_time)), wallTimeOf(zone, Date.parse(event.end_time))]
  return {
    ...emptyDraft(event.time_zone),
    title: event.title,
    description: event.description,
    start_date: start.date,
    start_time: start.time.slice(0, 5),
    end_date: end.date,
    end_time: end.time.slice(0, 5),
    place: event.place,
    location: event.location ?? '',
    online_link: event.online_link ?? '',
    capacity: event.capacity === null ? '' : String(event.capacity),
    guests: event.guests,
    cover_image: event.cover_image ?? '',
  }
}

/** What was typed, kept over a reload until it is sent. */
export function createDraft(key: string, first: Draft) {
  const kept = sessionStorage.getItem(key)
  const [draft, setDraft] = createStore<Draft>({ ...first, ...(kept ? (JSON.parse(kept) as Draft) : {}) })
  return {
    draft,
    wasKept: kept !== null,
    write(change: Partial<Draft>): void {
      setDraft(change)
      sessionStorage.setItem(key, JSON.stringify(draft))
    },
    forget: () => sessionStorage.removeItem(key),
    startOver(): void {
      sessionStorage.removeItem(key)
      setDraft(first)
    },
  }
}
export type Drafting = ReturnType<typeof createDraft>

const isDate = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date)
const minutesOf = (time: string): number | undefined => {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** The instant of a wall time; `gap` where the clocks skip it, undefined while it is not all there. */
export function instantOf(zones: ZoneData | undefined, zone: string, date: string, time: string) {
  const minutes = minutesOf(time)
  if (!zones?.has(zone) || !isDate(date) || minutes === undefined) return undefined
  return instantsOf(zones.zone(zone), date, minutes)[0] ?? 'gap'
}

/** A first end, an hour after the start that was just chosen; an end that was chosen stays. */
export function endAfter({ start_date, start_time, end_date, end_time }: Draft): Partial<Draft> {
  const minutes = minutesOf(start_time)
  if (!isDate(start_date) || minutes === undefined || end_date || end_time) return {}
  const end = new Date(Date.parse(`${start_date}T00:00:00Z`) + (minutes + 60) * 60_000).toISOString()
  return { end_date: end.slice(0, 10), end_time: end.slice(11, 16) }
}

const orNull = (text: string): string | null => text.trim() || null

/** What the server is told of a draft with these instants. */
export const planOf = (
  draft: Draft,
  start: number,
  end: number,
): Omit<Plan, 'is_published' | 'repeat' | 'cover_image'> => ({
  title: draft.title.trim(),
  description: draft.description,
  start_time: new Date(start).toISOString(),
  end_time: new Date(end).toISOString(),
  time_zone: draft.time_zone,
  place: draft.place,
  location: draft.place === 'in_person' ? orNull(draft.location) : null,
  online_link: orNull(draft.online_link),
  capacity: draft.capacity.trim() === '' ? null : Number(draft.capacity),
  guests: draft.guests,
})
