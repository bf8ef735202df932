import { offered, offeredQuery, slotView } from '../bookings/offered.rules'
import { busyOf, knownTo } from '../bookings/times.data'
import * as contract from '../contract/availability'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, type Asked } from '../lib/route'
import { isZone } from '../lib/zones'
import type { Database } from '../lib/database'
import { openingsChanged } from '../mentors/openings.data'
import * as data from './availability.data'
import { bookableOffer, mentorOfOffer } from './offers.data'
import { teachingTimes } from './teaching.data'

const week = (db: Database, { me }: Asked) => ({ zone: data.zoneOf(db, me), weekly: data.weekOf(db, me) })

const availability = route('mentor', {
  method: 'get',
  path: '/mentor/availability/',
  operationId: 'myAvailability',
  summary: 'My week',
  returns: { 200: contract.Availability },
  facts: week,
})

const replaceAvailability = route('mentor', {
  method: 'put',
  path: '/mentor/availability/',
  operationId: 'replaceAvailability',
  summary: 'Replace my week',
  body: contract.Availability,
  returns: { 200: contract.Availability },
  fails: ['invalid_input'],
})

const freeSlots = route('anyone', {
  method: 'get',
  path: '/mentors/:mentor_id/slots/',
  operationId: 'freeSlots',
  summary: 'Times that can be booked, at most 31 days at once',
  params: contract.SlotPath,
  query: contract.SlotQuery,
  returns: { 200: contract.Slots },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { params, query, me, now }) => {
    const [from, until] = [Date.parse(query.from), Date.parse(query.to)]
    const mentor = mentorOfOffer(query.offer_id)
    return {
      offer: bookableOffer(db, query.offer_id, params.mentor_id),
      times: teachingTimes(db, mentor, { now, from, until }),
      mine: busyOf(db, me, from - MARGIN, until + MARGIN, now),
      known: knownTo(db, me, mentor),
    }
  },
})

/** What the person who asks has just outside the span may reach into it. */
const MARGIN = 2 * 86_400_000

export const availabilityRoutes = slice()
  .on(availability, (c) => c.json({ time_zone: c.var.facts.zone[0]?.time_zone, weekly: c.var.facts.weekly }))
  .on(replaceAvailability, async (c) => {
    const { db, body, account, now } = c.var
    if (!isZone(body.time_zone)) fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
    const weekly = body.weekly.map((rule) => ({ ...rule, id: newId(now) }))
    const results = await write(db, [
      ...data.replaceWeek(db, account.id, { ...body, weekly }),
      ...openingsChanged(db, [account.id], now),
      data.weekOf(db, account.id),
    ])
    return c.json({ time_zone: body.time_zone, weekly: results.at(-1) })
  })
  .on(freeSlots, (c) => {
    const { facts, query, now } = c.var
    const [[offer], [times]] = [facts.offer, facts.times]
    if (!offer || !times) fail('not_found')
    const span = { now: now.getTime(), from: Date.parse(query.from), until: Date.parse(query.to) }
    const isClosed = offer.new_students === 'paused' && !facts.known[0]?.is_known
    const items = isClosed ? [] : [...offered(offeredQuery(times, offer, span, facts.mine))].map(slotView)
    return c.json({ items, time_zone: offer.zone })
  })
