import type * as z from 'zod'
import { isMinor } from '../accounts/age.rules'
import { bookableOffer, mentorOfOffer, weekOf } from '../availability/availability.data'
import * as contract from '../contract/bookings'
import { write } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, TO_REACH_OTHERS, type Account } from '../lib/route'
import { consentFor } from '../guardians/guardians.data'
import { isZone } from '../lib/zones'
import { slotQuery } from '../availability/availability.rules'
import { openOrder } from '../payments/orders.data'
import { bookingView, idOf, personOf, rowOf } from './bookings.data'
import * as data from './holds.data'
import { holdOf } from './holds.rules'
import { tellConfirmed } from './notices.data'
import { isOffered, nearestFree, type SlotQuery } from './slots.rules'

/** How far around the wished time the alternatives are looked for. */
const AROUND = 8 * 86_400_000

const hold = route('student', {
  method: 'post',
  path: '/student/book-session/',
  operationId: 'holdSlot',
  summary: 'Hold a free time for ten minutes and open its order',
  body: contract.NewBooking,
  returns: { 201: contract.Held },
  needs: TO_REACH_OTHERS,
  fails: ['guardian_consent_required', 'invalid_input', 'not_found', 'slot_taken', 'idempotency_key_reused'],
  idempotent: true,
  facts: (db, { body, me, now }) => {
    const start = Date.parse(body.start_time)
    const mentor = mentorOfOffer(body.offer_id)
    return {
      offer: bookableOffer(db, body.offer_id, body.mentor_id),
      mentor: personOf(db, mentor),
      rules: weekOf(db, mentor),
      busy: data.busyOf(db, mentor, start - AROUND, start + AROUND, now),
      mine: data.busyOf(db, me, start - AROUND, start + AROUND, now),
      booked: data.bookedOf(db, body.offer_id, start - AROUND, start + AROUND, now),
      consent: consentFor(db, me, mentor),
    }
  },
})

type Offer = Awaited<ReturnType<typeof bookableOffer>>[number]

function judgeWish(wish: z.output<typeof contract.NewBooking>, offer: Offer, account: Account): void {
  if (!isZone(wish.time_zone)) fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  if (offer.mentor_account_id === account.id)
    fail('invalid_input', { errors: { mentor_id: ['You cannot book yourself'] } })
}

/** What a loser of the race is told: the three nearest times that are still free. */
function takenWith(asked: SlotQuery, start: number, minutes: number) {
  const busy = [...asked.busy, { from: start, until: start + minutes * 60_000 }]
  const alternatives = nearestFree({ ...asked, busy }, start, 3).map((slot) => ({
    start_time: new Date(slot.start_time),
    end_time: new Date(slot.end_time),
  }))
  return { detail: 'This time was taken a moment ago. Nothing was charged.', more: { alternatives } }
}

export const holdRoutes = slice().on(hold, async (c) => {
  const { db, body, facts, account, now, remember, request_id } = c.var
  const [offer, mentor] = [facts.offer[0], facts.mentor[0]]
  if (!offer || !mentor) fail('not_found')
  judgeWish(body, offer, account)
  if (isMinor(account, now) && !facts.consent[0]?.agreed) fail('guardian_consent_required')
  const start = Date.parse(body.start_time)
  const week = {
    offer,
    rules: facts.rules,
    busy: [...facts.busy, ...facts.mine],
    booked: facts.booked.map((other) => other.start),
    zone: offer.zone,
  }
  const asked = slotQuery(week, now.getTime(), Math.max(now.getTime(), start - AROUND), start + AROUND)
  const taken = takenWith(asked, start, offer.minutes)
  if (!isOffered(asked, start)) fail('slot_taken', taken)

  const booking = holdOf({ id: newId(now), offer, student: account.id, wish: body, now })
  const order = {
    id: newId(now),
    booking_id: booking.id,
    payer_id: account.id,
    amount_minor: offer.amount_minor,
    currency: offer.currency,
    now,
  }
  const row = rowOf(booking, order, mentor, account)
  const view = bookingView(row, now, c.env)
  const answer = { booking: view, order: view.order }
  const results = await write(db, [
    ...data.holdSlot(db, booking),
    openOrder(db, order, data.exists(booking.id)),
    ...(booking.state === 'confirmed' ? tellConfirmed(db, row, now, data.exists(booking.id)) : []),
    ...remember(
      { when: data.exists(booking.id), status: 201, body: answer },
      { status: 409, body: problemOf('slot_taken', request_id, taken) },
    ),
    idOf(db, booking.id),
  ])
  if ((results.at(-1) as unknown[]).length === 0) fail('slot_taken', taken)
  return c.json(answer, 201)
})
