import * as contract from '../contract/events'
import { FOLLOW_UPS_MOST } from '../contract/events.constants'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'
import { theirs } from './access'
import * as events from './events.data'
import { checkInFrom } from './events.rules'
import * as data from './guests.data'
import { guestOf, guestsCsv } from './guests.rules'

const DAY = 86_400

const guests = route('organizer', {
  method: 'get',
  path: '/events/:id/guests/',
  operationId: 'eventGuests',
  summary: 'The list to check people in by, in the order in which they asked',
  params: contract.EventPath,
  query: contract.GuestQuery,
  returns: { 200: contract.GuestPage },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { me, params, query: { search = '', cursor, ...query }, now }) => ({
    event: events.eventFor(db, params.id, me),
    page: data.guestsOf(db, params.id, {
      ...query,
      came: query.came,
      search: search.trim(),
      after: Number(positionOf(cursor)?.[0] ?? 0),
      now,
    }),
    follow_ups: data.followUpsOf(db, params.id),
  }),
})

const exported = route('organizer', {
  method: 'get',
  path: '/events/:id/guests/export/',
  operationId: 'exportGuests',
  summary: 'The list as CSV',
  params: contract.EventPath,
  returns: { 200: null },
  fails: ['not_found'],
  rows: 50_000,
  facts: (db, { me, params }) => ({
    event: events.eventFor(db, params.id, me),
    guests: data.allGuests(db, params.id),
  }),
})

const attend = route('organizer', {
  method: 'put',
  path: '/events/:id/guests/:guest_id/attendance/',
  operationId: 'checkIn',
  summary: 'Say whether somebody came; null where it is not known after all',
  params: contract.GuestPath,
  body: contract.GuestAttendance,
  returns: { 200: contract.EventGuest },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({
    event: events.eventFor(db, params.id, me),
    guest: data.guestWith(db, params.id, params.guest_id),
  }),
})

const followUp = route('organizer', {
  method: 'post',
  path: '/events/:id/follow-up/',
  operationId: 'followUp',
  summary: 'Write to those who came or to all who are going, twice to each at most',
  params: contract.EventPath,
  body: contract.NewFollowUp,
  needs: ['verified_email'],
  returns: { 201: contract.FollowUp },
  fails: ['not_found', 'state_conflict', 'limit_reached', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('follow_up', me), most: 10, seconds: DAY }],
  facts: (db, { me, params }) => ({ event: events.eventFor(db, params.id, me) }),
})

/** Nobody comes to what is not open yet, or does not take place. */
function judgeOpen(row: events.EventRow, now: Date): void {
  if (row.published_at === null) fail('state_conflict', { detail: 'It is a draft.' })
  if (row.cancelled_at) fail('state_conflict', { detail: 'It is cancelled.' })
  if (checkInFrom(row) > now) fail('state_conflict', { detail: 'People can be checked in from two hours before.' })
}

export const guestRoutes = slice()
  .on(guests, (c) => {
    const { facts, query, account, now } = c.var
    const row = theirs(facts.event, { now, visitor: account })
    const { items, next_cursor } = pageFrom(facts.page, query.limit, (last) => [last.number])
    const { title, going, waiting, came, did_not_come } = row
    const counts = { title, going, waiting, came, did_not_come, unknown: going - came - did_not_come }
    const summary = { ...counts, check_in_from: checkInFrom(row), follow_ups: facts.follow_ups }
    return c.json({ items: items.map((guest) => guestOf(guest, now)), next_cursor, summary })
  })
  .on(exported, (c) => {
    const { facts, account, now } = c.var
    const row = theirs(facts.event, { now, visitor: account })
    return c.body(guestsCsv(facts.guests, now), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="guests-${row.start_time.toISOString().slice(0, 10)}.csv"`,
      'cache-control': 'no-store',
    })
  })
  .on(attend, async (c) => {
    const { db, params, body, facts, account, now } = c.var
    const row = theirs(facts.event, { now, visitor: account })
    const guest = facts.guest[0] ?? fail('not_found')
    judgeOpen(row, now)
    if (guest.state !== 'going') fail('state_conflict', { detail: 'This person has no seat.' })
    const act = { event_id: params.id, id: params.guest_id, came: body.came, by: account.id, now }
    const results = await write(db, [data.checkIn(db, act), data.guestWith(db, params.id, params.guest_id)])
    const [after] = results.at(-1) as data.GuestRow[]
    return c.json(guestOf(after ?? fail('not_found'), now))
  })
  .on(followUp, async (c) => {
    const { db, params, body, facts, account, now } = c.var
    const row = theirs(facts.event, { now, visitor: account })
    if (!row.is_mine) fail('not_found')
    if (row.published_at === null) fail('state_conflict', { detail: 'It is a draft.' })
    if (row.cancelled_at) fail('state_conflict', { detail: 'It is cancelled.' })
    if (body.to === 'came' && row.came === 0)
      fail('state_conflict', { detail: 'Nobody is checked in. Say first who came.' })
    if (row.going === 0) fail('state_conflict', { detail: 'Nobody is going.' })
    const id = newId(now)
    const results = await write(db, [
      ...data.followUp(db, { id, event_id: params.id, by: account.id, ...body, now }),
      data.followUpsOf(db, params.id),
    ])
    const written = (results.at(-1) as Awaited<ReturnType<typeof data.followUpsOf>>).find((one) => one.id === id)
    const detail = `You have written to them ${FOLLOW_UPS_MOST} times already.`
    return c.json(written ?? fail('limit_reached', { detail }), 201)
  })
