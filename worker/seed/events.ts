import { dateOfDay, dayOfDate, nextValidInstant, wallTimeOf } from '../contract/zone'
import type { event_follow_ups, event_rsvps, events } from '../events/events.schema'
import { eventData } from '../events/notices.data'
import { zones } from '../lib/zones'
import type { Person } from './cast'
import { EVENT_PLANS, type SeedEvent } from './event-plans'
import { fixedId } from './fixed'
import type { Told } from './notices'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type EventRow = typeof events.$inferInsert
type RsvpRow = typeof event_rsvps.$inferInsert

const idOf = ({ key }: SeedEvent): string => fixedId(`event:${key}`)

/** Days from now by the calendar of its zone, at that time on the wall. */
function startOf({ zone: name, days, at }: SeedEvent, now: number): number {
  const zone = zones.zone(name)
  const date = dateOfDay(dayOfDate(wallTimeOf(zone, now).date) + days)
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return nextValidInstant(zone, date, hours * 60 + minutes)
}

function eventRow(plan: SeedEvent, number: number, organizer: Person, now: number): EventRow {
  const start = startOf(plan, now)
  const made_at = new Date(Math.min(now, start) - 9 * DAY)
  return {
    id: idOf(plan),
    number,
    organizer_account_id: organizer.account_id,
    created_by_role: plan.by === 'admin' ? 'admin' : 'mentor',
    title: plan.title,
    description: plan.description,
    start_time: new Date(start),
    end_time: new Date(start + plan.minutes * MINUTE),
    time_zone: plan.zone,
    place: plan.place,
    location: plan.location ?? null,
    online_link: plan.online_link ?? null,
    capacity: plan.capacity ?? null,
    guests: plan.guests,
    published_at: made_at,
    timed_at: made_at,
    created_at: made_at,
    updated_at: made_at,
  }
}

/** Everybody in the order in which they asked: the first have the seats, the others wait. */
function rsvpRows(plan: SeedEvent, event: EventRow, cast: Map<string, Person>): RsvpRow[] {
  const is_over = plan.days < 0
  return plan.people.map((key, i) => {
    const id = fixedId(`rsvp:${plan.key}:${key}`)
    return {
      id,
      event_id: event.id,
      account_id: cast.get(key)!.account_id,
      state: i < (plan.capacity ?? Infinity) ? ('going' as const) : ('waiting' as const),
      line: i + 1,
      show_name: i % 3 !== 2,
      act: id,
      came: is_over ? !plan.missed?.includes(key) : null,
      checked_at: is_over ? event.end_time : null,
      checked_by: is_over ? event.organizer_account_id : null,
      joined_at: new Date(event.created_at.getTime() + (i + 1) * 5 * HOUR),
    }
  })
}

/** What Asha was told when she said that she comes. */
const toldOf = (event: EventRow, organizer: Person, rows: RsvpRow[], asha: Person): Told[] =>
  rows
    .filter(({ account_id }) => account_id === asha.account_id)
    .map(({ id, joined_at }) => ({
      person: asha.account_id,
      kind: 'event_joined',
      cause: `event:${event.id}:joined:${id}`,
      data: eventData({ ...event, organizer_name: organizer.name, location: event.location ?? null }),
      at: joined_at,
    }))

const CLINIC = {
  key: 'sql-clinic',
  text: 'Thank you for the queries. The three plans we read, and the index that made the slowest one forty times faster, are in your own notes; write to me if yours still frightens you.',
}

/** Events that lie ahead in many zones, one of them full, and some that are over, with those who came. */
export function eventsAt(cast: Map<string, Person>, now: number) {
  const all = EVENT_PLANS.map((plan, i) => {
    const organizer = cast.get(plan.by)!
    const event = eventRow(plan, i + 1, organizer, now)
    const rsvps = rsvpRows(plan, event, cast)
    return { plan, event, rsvps, told: toldOf(event, organizer, rsvps, cast.get('asha')!) }
  })
  const clinic = all.find(({ plan }) => plan.key === CLINIC.key)!.event
  const follow_ups: (typeof event_follow_ups.$inferInsert)[] = [
    {
      id: fixedId('follow_up:clinic'),
      event_id: clinic.id,
      author_account_id: clinic.organizer_account_id,
      audience: 'came',
      text: CLINIC.text,
      sent_at: new Date(clinic.end_time.getTime() + 20 * HOUR),
    },
  ]
  return {
    events: all.map(({ event }) => event),
    event_rsvps: all.flatMap(({ rsvps }) => rsvps),
    event_follow_ups: follow_ups,
    told: all.flatMap(({ told }) => told),
  }
}
