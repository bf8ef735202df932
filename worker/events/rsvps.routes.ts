import * as contract from '../contract/events'
import { disposition, PRIVATE } from '../files/files.rules'
import { pageFrom, positionOf, write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { seen } from './access'
import { entryOf } from './calendar.data'
import * as events from './events.data'
import { rsvpUntil } from './events.rules'
import { eventFile } from './invitations'
import { eventData } from './notices.data'
import * as data from './rsvps.data'
import { eventOf } from './views'

const HOUR = 3600

const rsvp = route('signed_in', {
  method: 'put',
  path: '/events/:id/rsvp/',
  operationId: 'rsvp',
  summary: 'Go to an event, or wait in its line where it is full; again changes what is named alone',
  params: contract.EventPath,
  body: contract.NewRsvp,
  needs: ['verified_email'],
  returns: { 200: contract.Event },
  fails: ['not_found', 'state_conflict', 'undeliverable', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('rsvp', me), most: 120, seconds: HOUR }],
  facts: (db, { me, params }) => ({ event: events.eventFor(db, params.id, me) }),
})

const leave = route('signed_in', {
  method: 'delete',
  path: '/events/:id/rsvp/',
  operationId: 'leaveEvent',
  summary: 'Go no longer, or leave the line; the first who waits goes in the same moment',
  params: contract.EventPath,
  returns: { 204: null },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ event: events.eventFor(db, params.id, me) }),
})

const calendar = route('anyone', {
  method: 'get',
  path: '/events/:id/calendar/',
  operationId: 'eventCalendar',
  summary: 'An event as a calendar file, with the link for those who are going',
  params: contract.EventPath,
  returns: { 200: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ event: events.eventFor(db, params.id, me), entry: entryOf(db, params.id, me) }),
})

const attendees = route('signed_in', {
  method: 'get',
  path: '/events/:id/attendees/',
  operationId: 'eventAttendees',
  summary: 'Who is going, to those who are: where the event shows names, those adults who want to be seen',
  params: contract.EventPath,
  query: contract.AttendeeQuery,
  returns: { 200: contract.AttendeePage },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { me, params, query: { cursor, limit }, now }) => ({
    event: events.eventFor(db, params.id, me),
    page: data.attendeesOf(db, params.id, { me, after: Number(positionOf(cursor)?.[0] ?? 0), limit, now }),
  }),
})

/** Why somebody cannot come; undefined where nothing speaks against it. */
function refusalOf(row: events.EventRow, now: Date): string | undefined {
  if (row.is_mine) return 'This is your own event: you are there anyhow.'
  if (row.cancelled_at) return 'It is cancelled.'
  if (rsvpUntil(row) > now) return undefined
  return row.end_time > now ? 'It has begun.' : 'It is over.'
}

interface Joining {
  row: events.EventRow
  account: { id: string }
  act: string
  now: Date
}
/** Whoever has a seat is told so with the file for their calendar, which later changes then reach. */
const tellJoined = (db: Database, { row, account, act, now }: Joining): Statement[] =>
  notify(
    db,
    { person: account.id, kind: 'event_joined', cause: `event:${row.id}:joined:${act}`, data: eventData(row) },
    now,
    data.isGoingBy(row.id, account.id, act),
  )

export const rsvpRoutes = slice()
  .on(rsvp, async (c) => {
    const { db, params, body, account, facts, now } = c.var
    const looker = { now, visitor: account }
    const row = seen(facts.event, looker)
    if (row.published_at === null) fail('not_found')
    if (row.is_blocked && row.my_state === null)
      fail('undeliverable', { detail: 'You and the organizer do not hear each other.' })
    const refusal = refusalOf(row, now)
    if (refusal) fail('state_conflict', { detail: refusal })
    const act = newId(now)
    const results = await write(db, [
      data.joinEvent(db, { act, event_id: params.id, account_id: account.id, show_name: body.show_name, now }),
      ...tellJoined(db, { row, account, act, now }),
      events.eventFor(db, params.id, account.id),
    ])
    const [after] = results.at(-1) as events.EventRow[]
    if (!after?.my_state) fail('state_conflict', { detail: 'It was cancelled or changed at the same moment.' })
    return c.json(eventOf(after, looker))
  })
  .on(leave, async (c) => {
    const { db, params, account, facts, now } = c.var
    const row = seen(facts.event, { now, visitor: account })
    if (row.my_state === null) return c.body(null, 204)
    if (row.end_time <= now) fail('state_conflict', { detail: 'It is over.' })
    await write(db, data.leaveEvent(db, { event_id: params.id, account_id: account.id, act: newId(now), now }))
    return c.body(null, 204)
  })
  .on(calendar, (c) => {
    const { facts, visitor, now } = c.var
    seen(facts.event, { now, visitor })
    const { content, name } = eventFile(c.env, facts.entry[0] ?? fail('not_found'), now)
    return c.body(content, 200, {
      ...PRIVATE,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': disposition(name),
    })
  })
  .on(attendees, (c) => {
    const { facts, query, account, now } = c.var
    const looker = { now, visitor: account }
    const row = seen(facts.event, looker)
    const { sees_guests, going } = eventOf(row, looker)
    if (!sees_guests && row.my_state !== 'going' && !eventOf(row, looker).may_edit) fail('not_found')
    const { items, next_cursor } = pageFrom(facts.page, query.limit, (last) => [last.line])
    if (!sees_guests) return c.json({ items: [], next_cursor: null, going })
    return c.json({ items: items.map(({ name, picture_url }) => ({ name, picture_url })), next_cursor, going })
  })
