import * as contract from '../contract/calendars'
import { BookingPath } from '../contract/bookings'
import { entriesFor } from '../events/calendar.data'
import { calendarEntry } from '../events/calendar.rules'
import { disposition, PRIVATE } from '../files/files.rules'
import { readAll, write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newSecret } from '../lib/ids'
import { countTry, isOver, ofAccount, retryAfter } from '../lib/limits'
import { route, slice } from '../lib/route'
import { senderOf } from '../notifications/mail'
import { calendarOf } from './calendar.rules'
import * as data from './calendars.data'
import { fileOf } from './invitations'
import { entriesOf } from './sessions.rules'

const HOUR = 3600

const file = route('signed_in', {
  method: 'get',
  path: '/bookings/:id/calendar.ics/',
  operationId: 'bookingCalendar',
  summary: 'A session as a calendar file',
  params: BookingPath,
  returns: { 200: null },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ sessions: data.sessionsOfBooking(db, params.id, me) }),
})

const feed = route('signed_in', {
  method: 'get',
  path: '/calendar-feed/',
  operationId: 'calendarFeed',
  summary: 'Whether a calendar program can read my sessions, and since when',
  returns: { 200: contract.CalendarFeed },
  facts: (db, { me }) => ({ feeds: data.feedOf(db, me) }),
})

const open = route('signed_in', {
  method: 'post',
  path: '/calendar-feed/',
  operationId: 'openCalendarFeed',
  summary: 'A secret address under which a calendar program reads my sessions; the one before ends',
  returns: { 201: contract.NewCalendarFeed },
  fails: ['too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('calendar_feed', me), most: 20, seconds: HOUR }],
})

const close = route('signed_in', {
  method: 'delete',
  path: '/calendar-feed/',
  operationId: 'closeCalendarFeed',
  summary: 'End the secret address',
  returns: { 204: null },
})

const read = route('anyone', {
  method: 'get',
  path: '/calendar-feed/:file/',
  operationId: 'readCalendarFeed',
  summary: 'My sessions as a calendar, for whoever knows the address',
  params: contract.FeedPath,
  returns: { 200: null },
  fails: ['not_found', 'too_many_requests'],
})

const headers = (name: string) => ({
  ...PRIVATE,
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': disposition(name),
})

export const calendarRoutes = slice()
  .on(file, (c) => {
    const { account, facts, now } = c.var
    if (facts.sessions.length === 0) fail('not_found')
    const made = fileOf(c.env, facts.sessions, { account_id: account.id, now })
    const detail = 'Nothing is agreed yet that a calendar could show.'
    return c.body((made ?? fail('state_conflict', { detail })).content, 200, headers('session.ics'))
  })
  .on(feed, (c) => c.json({ created_at: c.var.facts.feeds[0]?.created_at ?? null }))
  .on(open, async (c) => {
    const { db, account, now } = c.var
    const token = newSecret()
    await write(db, [data.openFeed(db, { account_id: account.id, token_hash: await hashOf(token), created_at: now })])
    return c.json({ url: `${c.env.PUBLIC_ORIGIN}/api/calendar-feed/${token}.ics`, created_at: now }, 201)
  })
  .on(close, async (c) => {
    await write(c.var.db, [data.closeFeed(c.var.db, c.var.account.id)])
    return c.body(null, 204)
  })
  .on(read, async (c) => {
    const { db, now, params } = c.var
    const token_hash = await hashOf(params.file.slice(0, -'.ics'.length))
    const limit = data.readsOf(token_hash)
    const found = await readAll(db, {
      owners: data.ownerOfFeed(db, token_hash),
      sessions: data.sessionsFor(db, data.personOf(token_hash), now),
      events: entriesFor(db, data.personOf(token_hash), now),
      tries: countTry(db, limit, now),
    })
    const owner = found.owners[0] ?? fail('not_found')
    if (isOver(limit, found.tries[0]?.count ?? 0))
      fail('too_many_requests', { headers: { 'retry-after': String(retryAfter(limit, now)) } })
    const reader = { account_id: owner.account_id, origin: c.env.PUBLIC_ORIGIN, now }
    const purpose = { method: 'PUBLISH', organizer: senderOf(c.env).email, name: 'AspireX' } as const
    const events = found.events.map((row) => calendarEntry(row, c.env.PUBLIC_ORIGIN))
    const all = [...entriesOf(found.sessions, reader), ...events]
    return c.body(calendarOf(all, now, purpose), 200, headers('aspirex.ics'))
  })
