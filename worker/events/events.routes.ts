import * as contract from '../contract/events'
import { matchOf } from '../chat/message-search'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Asked } from '../lib/route'
import { seen, theirs } from './access'
import * as data from './events.data'
import { cardOf, eventOf, isTheirs, type Looker } from './views'
import * as writing from './writing.data'

const list = route('anyone', {
  method: 'get',
  path: '/events/',
  operationId: 'listEvents',
  summary: 'Published events, the soonest first, or the latest of those that are over; my own with mine=',
  query: contract.EventQuery,
  returns: { 200: contract.EventPage },
  fails: ['invalid_input', 'not_signed_in'],
  shared: true,
  facts: (db, { me, query, now }) => ({ page: data.eventsFor(db, me, wishOf(query), now) }),
})

const one = route('anyone', {
  method: 'get',
  path: '/events/:id/',
  operationId: 'event',
  summary: 'An event; a draft to its organizer alone',
  params: contract.EventPath,
  returns: { 200: contract.Event },
  fails: ['not_found'],
  shared: true,
  facts: (db, { me, params }) => ({ event: data.eventFor(db, params.id, me) }),
})

const remove = route('organizer', {
  method: 'delete',
  path: '/events/:id/',
  operationId: 'removeEvent',
  summary: 'Delete an event that nobody answered to; any other is cancelled, and its people are told',
  params: contract.EventPath,
  returns: { 204: null },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ event: data.eventFor(db, params.id, me) }),
})

const cancel = route('signed_in', {
  method: 'post',
  path: '/events/:id/cancel/',
  operationId: 'cancelEvent',
  summary: 'Cancel a published event, as its organizer, or as a moderator with a reason',
  params: contract.EventPath,
  body: contract.CancelEvent,
  returns: { 200: contract.Event },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ event: data.eventFor(db, params.id, me) }),
})

type Query = Asked<undefined, typeof contract.EventQuery>['query']

function wishOf(query: Query): data.Wish {
  const { when, from, to, search, organizer, place, has_seats, mine, cursor, limit } = query
  const span = from && to ? { from: Date.parse(from), to: Date.parse(to) } : undefined
  const text = search?.trim().normalize('NFKC') ?? ''
  return {
    when: when ?? (span || mine === 'organizing' ? undefined : 'upcoming'),
    span,
    text,
    words: matchOf(text) ?? '',
    organizer,
    place,
    has_seats: has_seats === undefined ? undefined : has_seats === 'true',
    mine,
    after: positionOf(cursor),
    limit,
  }
}

/** What a visitor reads may be kept between us; what somebody signed in reads is theirs. */
const privately = (looker: Looker): Record<string, string> => (looker.visitor ? { 'cache-control': 'no-store' } : {})

const OVER = 'It is over. What took place stays.'

export const eventRoutes = slice()
  .on(list, (c) => {
    const { facts, query, visitor, now } = c.var
    if (query.mine && !visitor) fail('not_signed_in')
    const looker = { now, visitor }
    const { items, next_cursor } = pageFrom(facts.page, query.limit, (last) => [last.start_time.getTime(), last.id])
    return c.json({ items: items.map((row) => cardOf(row, looker)), next_cursor }, 200, privately(looker))
  })
  .on(one, (c) => {
    const looker = { now: c.var.now, visitor: c.var.visitor }
    return c.json(eventOf(seen(c.var.facts.event, looker), looker), 200, privately(looker))
  })
  .on(remove, async (c) => {
    const { db, facts, account, now } = c.var
    const row = theirs(facts.event, { now, visitor: account })
    const isEmpty = row.going + row.waiting === 0
    if (!isEmpty && row.end_time <= now) fail('state_conflict', { detail: OVER })
    if (!isEmpty && row.cancelled_at) return c.body(null, 204)
    const { id, organizer_account_id } = row
    const act = { id, by: account.id, reason: null, now }
    const staff = { event_id: id, organizer_account_id, staff_account_id: account.id, reason: null, now }
    const noted = (did: 'deleted' | 'cancelled', when: Parameters<typeof writing.noteStaffAct>[2]) =>
      row.is_mine ? [] : [writing.noteStaffAct(db, { ...staff, act: did }, when)]
    await write(db, [
      ...writing.deleteEvent(db, id),
      ...noted('deleted', writing.isGone(id)),
      ...writing.cancelEvent(db, act),
      ...noted('cancelled', writing.wasCancelledNow(act)),
    ])
    return c.body(null, 204)
  })
  .on(cancel, async (c) => {
    const { db, facts, account, now, body } = c.var
    const looker = { now, visitor: account }
    const row = seen(facts.event, looker)
    const isModerator = !isTheirs(row, looker) && account.roles.includes('moderator')
    if (!isTheirs(row, looker) && !isModerator) fail('not_found')
    if (isModerator && !body.reason) fail('invalid_input', { errors: { reason: ['Say why'] } })
    if (row.published_at === null) fail('state_conflict', { detail: 'A draft is deleted, not cancelled.' })
    if (row.cancelled_at) fail('state_conflict', { detail: 'It is cancelled already.' })
    if (row.end_time <= now) fail('state_conflict', { detail: OVER })
    const { id, organizer_account_id } = row
    const act = { id, by: account.id, reason: body.reason ?? null, now }
    const staff = { event_id: id, organizer_account_id, staff_account_id: account.id, act: 'cancelled' as const, now }
    const results = await write(db, [
      ...writing.cancelEvent(db, act),
      ...(row.is_mine
        ? []
        : [writing.noteStaffAct(db, { ...staff, reason: act.reason }, writing.wasCancelledNow(act))]),
      data.eventFor(db, id, account.id),
    ])
    const [cancelled] = results.at(-1) as data.EventRow[]
    return c.json(eventOf(cancelled ?? fail('not_found'), looker))
  })
