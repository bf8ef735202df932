import { offeredAt, offeredQuery } from '../bookings/offered.rules'
import * as contract from '../contract/exceptions'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { ownOffer } from './offers.data'
import { teachingTimes } from './teaching.data'
import { whyOn } from './why.rules'

const DAY = 86_400_000

const why = route('mentor', {
  method: 'get',
  path: '/mentor/availability/why/',
  operationId: 'whyNoSlot',
  summary: 'What keeps the times of one of my days from being offered',
  query: contract.WhyQuery,
  returns: { 200: contract.Why },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { me, query, now }) => {
    const from = Date.parse(query.date) - DAY
    return {
      offer: ownOffer(db, query.offer_id, me),
      times: teachingTimes(db, me, { now, from, until: from + 3 * DAY }),
    }
  },
})

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const whyRoutes = slice().on(why, (c) => {
  const { facts, query, now } = c.var
  const [[offer], [times]] = [facts.offer, facts.times]
  if (!offer || !times) fail('not_found')
  const asked = offeredQuery(times, offer, { now: now.getTime(), from: 0, until: 0 })
  const isOffered = (start: number) => offeredAt(asked, start) !== undefined
  const { candidates, ...day } = whyOn(times, offer, now.getTime(), query.date, isOffered)
  const items = candidates.map(({ minutes, start, reason }) => ({
    time: clockOf(minutes),
    start_time: start === null ? null : new Date(start),
    reason,
  }))
  return c.json({ date: query.date, ...day, items })
})
