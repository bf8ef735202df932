import type * as z from 'zod'
import { bookableOffer, mentorOfOffer } from '../availability/offers.data'
import { teachingTimes } from '../availability/teaching.data'
import * as contract from '../contract/bookings'
import { readAll, type Database } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { newId } from '../lib/ids'
import { writeTowards } from '../lib/outcomes'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { consentFor } from '../guardians/guardians.data'
import { openOrder } from '../payments/orders.data'
import { bookingView, personOf, rowOf } from './bookings.data'
import { clockAt, clocksOf } from './clocks.rules'
import * as data from './holds.data'
import { holdOf } from './holds.rules'
import { tellBooked } from './notices.data'
import { judgeWish } from './judging'
import { nearestOffered, offeredAt, offeredQuery, slotView } from './offered.rules'
import { busyOf, knownTo } from './times.data'

/** How far around the wished time the alternatives are looked for. */
const AROUND = 8 * 86_400_000
/** A group whose last cheap seat goes to somebody else is asked for again at the next price, at most so often. */
const MOST_ROUNDS = 4

type Wish = z.output<typeof contract.NewBooking>

const factsOf = (db: Database, { body, me, now }: { body: Wish; me: Parameters<typeof busyOf>[1]; now: Date }) => {
  const start = Date.parse(body.start_time)
  const mentor = mentorOfOffer(body.offer_id)
  return {
    offer: bookableOffer(db, body.offer_id, body.mentor_id),
    mentor: personOf(db, mentor),
    times: teachingTimes(db, mentor, { now, from: start - AROUND, until: start + AROUND }),
    mine: busyOf(db, me, start - AROUND, start + AROUND, now),
    known: knownTo(db, me, mentor),
    consent: consentFor(db, me, mentor),
  }
}

const hold = route('student', {
  method: 'post',
  path: '/student/book-session/',
  operationId: 'holdSlot',
  summary: 'Hold a free time for ten minutes and open its order',
  body: contract.NewBooking,
  returns: { 201: contract.Held },
  needs: TO_REACH_OTHERS,
  fails: [
    'guardian_consent_required',
    'adults_only',
    'not_taking_students',
    'invalid_input',
    'not_found',
    'slot_taken',
    'idempotency_key_reused',
  ],
  idempotent: true,
  facts: factsOf,
})

type Facts = Awaited<ReturnType<typeof readAll<ReturnType<typeof factsOf>>>>

export const holdRoutes = slice().on(hold, async (c) => {
  const { db, body, account, now, remember, request_id } = c.var
  let facts: Facts = c.var.facts
  const start = Date.parse(body.start_time)
  for (let round = 1; ; round++) {
    const [[offer], [mentor], [times]] = [facts.offer, facts.mentor, facts.times]
    if (!offer || !mentor || !times) fail('not_found')
    judgeWish(body, offer, account, facts, now)
    const span = { now: now.getTime(), from: Math.max(now.getTime(), start - AROUND), until: start + AROUND }
    const asked = offeredQuery(times, offer, span, facts.mine)
    const lost = { from: start, until: start + offer.minutes * 60_000 }
    const alternatives = nearestOffered({ ...asked, busy: [...asked.busy, lost] }, start, 3).map(slotView)
    const taken = { detail: 'This time was taken a moment ago. Nothing was charged.', more: { alternatives } }
    const slot = offeredAt(asked, start)
    if (!slot) fail('slot_taken', taken)

    const booking = holdOf({
      id: newId(now),
      offer,
      student: account.id,
      wish: body,
      seats_taken: (offer.seats ?? 0) - (slot.seats_left ?? offer.seats ?? 0),
      by_request: offer.new_students === 'by_request' && !facts.known[0]?.is_known,
      most_sessions_per_week: offer.most_sessions_per_week,
      clock: clockAt(clocksOf(asked), start).name,
      now,
    })
    const order = {
      id: newId(now),
      booking_id: booking.id,
      payer_id: account.id,
      amount_minor: booking.amount_minor,
      currency: booking.currency,
      now,
    }
    const row = rowOf(booking, order, mentor, account)
    const view = bookingView(row, now, c.env)
    const answer = { booking: view, order: view.order }
    const isLast = offer.kind !== 'group' || round === MOST_ROUNDS
    const outcome = await writeTowards(
      { db, remember },
      [
        ...data.holdSlot(db, booking),
        openOrder(db, order, data.exists(booking.id)),
        ...tellBooked(db, row, now, data.exists(booking.id)),
      ],
      [
        { when: data.exists(booking.id), status: 201, body: answer },
        ...(isLast ? [{ status: 409, body: problemOf('slot_taken', request_id, taken) }] : []),
      ],
    )
    if (outcome?.status === 201) return c.json(answer, 201)
    if (outcome) fail('slot_taken', taken)
    facts = await readAll(db, factsOf(db, { body, me: account.id, now }))
  }
})
