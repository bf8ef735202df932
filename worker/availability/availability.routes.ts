import { bookedOf, busyOf } from '../bookings/holds.data'
import { slots } from '../bookings/slots.rules'
import * as contract from '../contract/availability'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, type Asked } from '../lib/route'
import { isZone } from '../lib/zones'
import type { Database } from '../lib/database'
import { openingsChanged } from '../mentors/openings.data'
import { currencyFault } from '../site/currencies.rules'
import { offerView, slotQuery } from './availability.rules'
import * as data from './availability.data'

const listOffers = route('mentor', {
  method: 'get',
  path: '/mentor/offers/',
  operationId: 'myOffers',
  summary: 'What I offer',
  returns: { 200: contract.Offers },
  facts: (db, { me }) => ({ offers: data.offersOf(db, me) }),
})

const addOffer = route('mentor', {
  method: 'post',
  path: '/mentor/offers/',
  operationId: 'addOffer',
  summary: 'Offer something new',
  body: contract.NewOffer,
  returns: { 201: contract.Offer },
  fails: ['invalid_input'],
})

const changeOffer = route('mentor', {
  method: 'put',
  path: '/mentor/offers/:id/',
  operationId: 'changeOffer',
  summary: 'Change an offer; bookings made before keep what they were',
  params: contract.OfferPath,
  body: contract.NewOffer,
  returns: { 200: contract.Offer },
  fails: ['not_found', 'invalid_input'],
})

const removeOffer = route('mentor', {
  method: 'delete',
  path: '/mentor/offers/:id/',
  operationId: 'removeOffer',
  summary: 'Take an offer away from new bookings',
  params: contract.OfferPath,
  returns: { 204: null },
  fails: ['not_found'],
})

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
    const mentor = data.mentorOfOffer(query.offer_id)
    return {
      offer: data.bookableOffer(db, query.offer_id, params.mentor_id),
      rules: data.weekOf(db, mentor),
      busy: busyOf(db, mentor, from - MARGIN, until + MARGIN, now),
      mine: busyOf(db, me, from - MARGIN, until + MARGIN, now),
      booked: bookedOf(db, query.offer_id, from - MARGIN, until + MARGIN, now),
    }
  },
})

/** Bookings just outside the span still matter: by their buffers, and for the limit of a local day. */
const MARGIN = 2 * 86_400_000

function refuseCurrency(env: Parameters<typeof currencyFault>[0], { currency }: { currency: string }): void {
  const fault = currencyFault(env, 'currency', currency)
  if (fault) fail('invalid_input', fault)
}

export const availabilityRoutes = slice()
  .on(listOffers, (c) => c.json({ items: c.var.facts.offers.map(offerView), next_cursor: null }))
  .on(addOffer, async (c) => {
    const { db, body, now, account } = c.var
    refuseCurrency(c.env, body)
    const offer = { ...body, id: newId(now), mentor_account_id: account.id, created_at: now }
    const [[made]] = (await write(db, [data.addOffer(db, offer), ...openingsChanged(db, [account.id], now)])) as [
      Parameters<typeof offerView>[0][],
    ]
    return c.json(offerView(made ?? fail('unexpected')), 201)
  })
  .on(changeOffer, async (c) => {
    const { db, body, params, account, now } = c.var
    refuseCurrency(c.env, body)
    const [[changed]] = (await write(db, [
      data.changeOffer(db, params.id, account.id, body),
      ...openingsChanged(db, [account.id], now),
    ])) as [Parameters<typeof offerView>[0][]]
    return c.json(offerView(changed ?? fail('not_found')))
  })
  .on(removeOffer, async (c) => {
    const { db, params, account, now } = c.var
    const [[removed]] = (await write(db, [
      data.archiveOffer(db, params.id, account.id, now),
      ...openingsChanged(db, [account.id], now),
    ])) as [unknown[]]
    return removed ? c.body(null, 204) : fail('not_found')
  })
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
    const offer = facts.offer[0] ?? fail('not_found')
    const { zone, mentor_id: _, ...terms } = offer
    const busy = [...facts.busy, ...facts.mine]
    const booked = facts.booked.map(({ start }) => start)
    const asked = slotQuery(
      { offer: terms, rules: facts.rules, busy, booked, zone },
      now.getTime(),
      Date.parse(query.from),
      Date.parse(query.to),
    )
    const items = [...slots(asked)].map((slot) => ({
      start_time: new Date(slot.start_time),
      end_time: new Date(slot.end_time),
    }))
    return c.json({ items, time_zone: zone })
  })
