import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { shape, type Database, type Statement } from '../lib/database'
import type { EventData } from '../notifications/kinds.events'
import { notify } from '../notifications/notifications.data'
import type { EventReminder } from './events.rules'
import { event_follow_ups, event_rsvps, events } from './events.schema'

/** What an event is to be told with, as it stands when the words leave. */
export const toldEvent = (db: Database, id: string) =>
  db
    .select(
      shape({
        id: events.id,
        organizer_account_id: events.organizer_account_id,
        organizer_name: accounts.name,
        title: events.title,
        start_time: events.start_time,
        end_time: events.end_time,
        time_zone: events.time_zone,
        place: events.place,
        location: events.location,
        published_at: events.published_at,
        cancelled_at: events.cancelled_at,
        cancelled_by: events.cancelled_by,
        cancel_reason: events.cancel_reason,
        time_version: events.time_version,
      }),
    )
    .from(events)
    .innerJoin(accounts, eq(accounts.id, events.organizer_account_id))
    .where(eq(events.id, id))
export type ToldEvent = Awaited<ReturnType<typeof toldEvent>>[number]

type Described = Pick<
  ToldEvent,
  'id' | 'organizer_name' | 'title' | 'start_time' | 'end_time' | 'time_zone' | 'place' | 'location'
>
export const eventData = (event: Described): EventData => ({
  event_id: event.id,
  event_title: event.title,
  start_time: event.start_time.toISOString(),
  end_time: event.end_time.toISOString(),
  event_zone: event.time_zone,
  place: event.place,
  location: event.location,
  organizer_name: event.organizer_name,
})

/** What is told to all people of an event, a page for each task. */
export type Told =
  | { kind: 'event_promoted'; act: string }
  | { kind: 'event_reminder'; minutes: EventReminder; time_version: number }
  | { kind: 'event_changed'; sequence: number; other_time?: string }
  | { kind: 'event_cancelled' }
  | { kind: 'event_follow_up'; follow_up_id: string }

const going = eq(event_rsvps.state, 'going')
const all = inArray(event_rsvps.state, ['going', 'waiting'])

/** Whom it concerns. Who came after a reminder's time knows when it is. */
function audienceOf(what: Told, event: ToldEvent): SQL | undefined {
  if (what.kind === 'event_promoted') return and(going, eq(event_rsvps.act, what.act))
  if (what.kind === 'event_reminder')
    return and(going, sql`${event_rsvps.joined_at} < ${event.start_time.getTime() - what.minutes * 60_000}`)
  if (what.kind === 'event_follow_up')
    return and(
      going,
      sql`((select audience from event_follow_ups where id = ${what.follow_up_id}) = 'going' or ${event_rsvps.came} is 1)`,
    )
  return all
}

/** The next people in the order in which they asked. */
export const peopleToTell = (db: Database, event: ToldEvent, what: Told, after: number, most: number) =>
  db
    .select({
      id: event_rsvps.id,
      line: event_rsvps.line,
      account_id: event_rsvps.account_id,
      state: event_rsvps.state,
      act: event_rsvps.act,
    })
    .from(event_rsvps)
    .where(and(eq(event_rsvps.event_id, event.id), sql`${event_rsvps.line} > ${after}`, audienceOf(what, event)))
    .orderBy(asc(event_rsvps.line))
    .limit(most)
export type Listener = Awaited<ReturnType<typeof peopleToTell>>[number]

export const followUpWith = (db: Database, id: string) =>
  db.select().from(event_follow_ups).where(eq(event_follow_ups.id, id))

/** One person is told one thing, once, whatever is tried again. */
export function tellOne(
  db: Database,
  event: ToldEvent,
  what: Told,
  to: Listener,
  words: string,
  now: Date,
): Statement[] {
  const data = eventData(event)
  const person = to.account_id
  const about = (name: string) => `event:${event.id}:${name}`
  if (what.kind === 'event_promoted')
    return notify(db, { person, kind: what.kind, cause: about(`promoted:${to.id}:${what.act}`), data }, now)
  if (what.kind === 'event_reminder') return remindOne(db, event, what, person, now)
  if (what.kind === 'event_follow_up')
    return notify(
      db,
      { person, kind: what.kind, cause: about(`follow_up:${what.follow_up_id}`), data: { ...data, words } },
      now,
    )
  if (what.kind === 'event_changed') {
    const { sequence, other_time } = what
    const change = { ...data, waits: to.state === 'waiting', ...(other_time && { other_time }) }
    return notify(db, { person, kind: what.kind, cause: about(`changed:${sequence}`), data: change }, now)
  }
  return tellCancelled(db, event, person, now)
}

const reasonOf = ({ cancel_reason }: ToldEvent) => (cancel_reason === null ? {} : { reason: cancel_reason })

const tellCancelled = (db: Database, event: ToldEvent, person: string, now: Date): Statement[] =>
  notify(
    db,
    {
      person,
      kind: 'event_cancelled',
      cause: `event:${event.id}:cancelled`,
      data: { ...eventData(event), ...reasonOf(event) },
    },
    now,
  )

/** Reminds of an event that stands as it stood. */
const remindOne = (
  db: Database,
  event: ToldEvent,
  { minutes, time_version }: Told & { kind: 'event_reminder' },
  person: string,
  now: Date,
): Statement[] =>
  notify(
    db,
    {
      person,
      kind: 'event_reminder',
      cause: `event:${event.id}:reminder:${minutes}:${time_version}`,
      data: { ...eventData(event), minutes, time_version },
    },
    now,
  )

/** The organizer is reminded as well, and hears what staff did to the event. */
export function tellOrganizer(db: Database, event: ToldEvent, what: Told, now: Date): Statement[] {
  const person = event.organizer_account_id
  if (what.kind === 'event_reminder') return remindOne(db, event, what, person, now)
  if (what.kind !== 'event_cancelled' || event.cancelled_by === person) return []
  const data = { ...eventData(event), ...reasonOf(event), to_organizer: true }
  return notify(db, { person, kind: 'event_cancelled', cause: `event:${event.id}:cancelled`, data }, now)
}

/** Whether the event that somebody is to be reminded of still stands, and they still go. */
export const eventReminderHolds = (
  db: Database,
  { event_id, time_version }: { event_id: string; time_version: number },
  account_id: string,
  now: Date,
) =>
  db.all<{ id: string }>(sql`select id from events where id = ${event_id} and published_at is not null
    and cancelled_at is null and time_version = ${time_version} and start_time > ${now.getTime()}
    and (organizer_account_id = ${account_id} or exists (select 1 from event_rsvps where event_id = ${event_id}
      and account_id = ${account_id} and state = 'going'))`)
