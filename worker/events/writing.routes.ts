import * as contract from '../contract/events'
import { EVENTS_AHEAD_MOST, type Repeat } from '../contract/events.constants'
import { repeatsOf } from '../contract/repeats'
import { write, type Database, type Statement } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { writeTowards } from '../lib/outcomes'
import { route, slice, type Asked } from '../lib/route'
import { zones } from '../lib/zones'
import { theirs } from './access'
import * as changes from './changing'
import * as data from './events.data'
import { eventOf } from './views'
import * as writing from './writing'
import { copyCover, insertEvents, isThere, ownsCover, type NewRow } from './writing.data'

const HOUR = 3600
const made = ({ me }: Asked) => [{ subject: ofAccount('make_event', me), most: 60, seconds: HOUR }]

const create = route('organizer', {
  method: 'post',
  path: '/events/',
  operationId: 'createEvent',
  summary: 'Make an event, published or as a draft, once or again and again',
  body: contract.NewEvent,
  returns: { 201: contract.CreatedEvent },
  fails: ['role_required', 'limit_reached', 'too_many_requests'],
  idempotent: true,
  limits: made,
  facts: (db, { me, body }) => ({ cover: ownsCover(db, me, body.cover_image) }),
})

const change = route('organizer', {
  method: 'put',
  path: '/events/:id/',
  operationId: 'changeEvent',
  summary: 'Change what is named, publish a draft, take back what nobody goes to; null clears',
  params: contract.EventPath,
  body: contract.EventChange,
  returns: { 200: contract.Event },
  fails: ['not_found', 'role_required', 'state_conflict', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('change_event', me), most: 120, seconds: HOUR }],
  facts: (db, { me, params, body }) => ({
    event: data.eventFor(db, params.id, me),
    cover: ownsCover(db, me, body.cover_image),
  }),
})

const duplicate = route('organizer', {
  method: 'post',
  path: '/events/:id/duplicate/',
  operationId: 'duplicateEvent',
  summary: 'A copy of my event, as a draft',
  params: contract.EventPath,
  returns: { 201: contract.Event },
  fails: ['not_found', 'limit_reached', 'too_many_requests'],
  limits: made,
  facts: (db, { me, params }) => ({ event: data.eventFor(db, params.id, me) }),
})

const repeat = route('organizer', {
  method: 'post',
  path: '/events/:id/repeat/',
  operationId: 'repeatEvent',
  summary: 'Further events like this one at the same time of day, each on its own from then on',
  params: contract.EventPath,
  body: contract.RepeatEvent,
  returns: { 201: contract.RepeatedEvents },
  fails: ['not_found', 'limit_reached', 'role_required', 'too_many_requests'],
  idempotent: true,
  limits: made,
  facts: (db, { me, params }) => ({ event: data.eventFor(db, params.id, me) }),
})

/** The further events of one, at its wall time; published where it is. */
function furtherOf(first: NewRow | data.EventRow, rule: { every: Repeat; count: number }, now: Date): NewRow[] {
  const span = { start: first.start_time.getTime(), end: first.end_time.getTime() }
  const published_at = first.published_at ? now : null
  return repeatsOf(zones.zone(first.time_zone), span, { ...rule, after: now.getTime() }).map(({ start, end }) => {
    const times = { start_time: new Date(start), end_time: new Date(end) }
    return writing.copyOf(first, newId(now), { ...times, published_at }, now)
  })
}

const tooMany = { detail: `You can have ${EVENTS_AHEAD_MOST} events ahead of you at most.` }
const datesOf = (rows: NewRow[]) =>
  rows.map(({ id, start_time, end_time }) => ({
    id,
    start_time: start_time.toISOString(),
    end_time: end_time.toISOString(),
  }))

const inserted = (db: Database, rows: NewRow[], now: Date): Statement[] => [
  insertEvents(db, rows, now),
  ...(rows[0] ? copyCover(db, rows[0], now) : []),
]

export const eventWritingRoutes = slice()
  .on(create, async (c) => {
    const { db, body, account, facts, now, remember, request_id } = c.var
    const first = writing.newEvent(body, account, facts.cover.length > 0, now)
    const further = body.repeat ? furtherOf(first, body.repeat, now) : []
    const event = eventOf(writing.freshRow(first, account), { now, visitor: account })
    const answer = { ...event, repeats: datesOf(further) }
    const outcome = await writeTowards({ db, remember }, inserted(db, [first, ...further], now), [
      { when: isThere(first.id), status: 201, body: answer },
      { status: 409, body: problemOf('limit_reached', request_id, tooMany) },
    ])
    return outcome?.status === 201 ? c.json(answer, 201) : fail('limit_reached', tooMany)
  })
  .on(change, async (c) => {
    const { db, params, body, account, facts, now } = c.var
    const looker = { now, visitor: account }
    const row = theirs(facts.event, looker)
    if (row.cancelled_at) fail('state_conflict', { detail: 'It is cancelled. Duplicate it instead.' })
    const changing = writing.changedEvent(row, body, facts.cover.length > 0, now)
    if (changing.publishes && !writing.mayPublish(account)) writing.refusePublishing()
    const results = await write(db, [
      ...changes.statementsFor(db, row, changing, { by: account.id, now }),
      data.eventFor(db, params.id, account.id),
    ])
    const [after] = results.at(-1) as data.EventRow[]
    return c.json(eventOf(changes.judged(after, changes.stampOf(row, now), changing), looker))
  })
  .on(duplicate, async (c) => {
    const { db, account, facts, now } = c.var
    const row = theirs(facts.event, { now, visitor: account })
    if (!row.is_mine) fail('not_found')
    const copy = writing.copyOf(row, newId(now), {}, now)
    const results = await write(db, [...inserted(db, [copy], now), data.eventFor(db, copy.id, account.id)])
    const [event] = results.at(-1) as data.EventRow[]
    return c.json(eventOf(event ?? fail('limit_reached', tooMany), { now, visitor: account }), 201)
  })
  .on(repeat, async (c) => {
    const { db, account, facts, body, now, remember, request_id } = c.var
    const row = theirs(facts.event, { now, visitor: account })
    if (!row.is_mine) fail('not_found')
    if (row.published_at && !writing.mayPublish(account)) writing.refusePublishing()
    const further = furtherOf(row, body, now)
    const answer = { items: datesOf(further) }
    const outcome = await writeTowards({ db, remember }, inserted(db, further, now), [
      { when: isThere(further[0]?.id ?? ''), status: 201, body: answer },
      { status: 409, body: problemOf('limit_reached', request_id, tooMany) },
    ])
    return outcome?.status === 201 ? c.json(answer, 201) : fail('limit_reached', tooMany)
  })
