import { bookableOffer, mentorOfOffer } from '../availability/offers.data'
import * as contract from '../contract/bookings'
import { write } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { consentFor } from '../guardians/guardians.data'
import { openOrder } from '../payments/orders.data'
import * as bookingsData from './bookings.data'
import * as holds from './holds.data'
import { judgeWish } from './judging'
import { tell } from './notices.data'
import { proposalOf, timesFault } from './proposals.rules'
import { knownTo } from './times.data'
import * as data from './waits.data'

const standing = route('student', {
  method: 'get',
  path: '/mentors/:mentor_id/standing/',
  operationId: 'standing',
  summary: 'What stands between me and this mentor: how they take new students, and what I asked for already',
  params: contract.ProposalPath,
  returns: { 200: contract.Standing },
  fails: ['not_found'],
  facts: (db, { me, params, now }) => ({ standing: data.standingWith(db, me, params.mentor_id, now) }),
})

const wait = route('student', {
  method: 'put',
  path: '/mentors/:mentor_id/waiting/',
  operationId: 'waitForMentor',
  summary: 'Tell me once when this mentor has a free time',
  params: contract.ProposalPath,
  returns: { 200: contract.Standing },
  fails: ['not_found'],
  facts: (db, { me, params, now }) => ({ standing: data.standingWith(db, me, params.mentor_id, now) }),
})

const stop = route('student', {
  method: 'delete',
  path: '/mentors/:mentor_id/waiting/',
  operationId: 'stopWaitingForMentor',
  summary: 'Do not tell me any more',
  params: contract.ProposalPath,
  returns: { 200: contract.Standing },
  fails: ['not_found'],
  facts: (db, { me, params, now }) => ({ standing: data.standingWith(db, me, params.mentor_id, now) }),
})

const propose = route('student', {
  method: 'post',
  path: '/mentors/:mentor_id/proposals/',
  operationId: 'proposeTimes',
  summary: 'Propose up to three times of my own; one is paid for once the mentor takes it',
  params: contract.ProposalPath,
  body: contract.NewProposal,
  returns: { 201: contract.Proposed },
  needs: TO_REACH_OTHERS,
  fails: [
    'guardian_consent_required',
    'adults_only',
    'not_taking_students',
    'limit_reached',
    'invalid_input',
    'not_found',
    'slot_taken',
    'idempotency_key_reused',
  ],
  idempotent: true,
  facts: (db, { body, params, me, now }) => {
    const mentor = mentorOfOffer(body.offer_id)
    return {
      offer: bookableOffer(db, body.offer_id, params.mentor_id),
      mentor: bookingsData.personOf(db, mentor),
      known: knownTo(db, me, mentor),
      consent: consentFor(db, me, mentor),
      standing: data.standingWith(db, me, params.mentor_id, now),
    }
  },
})

type Standing = Awaited<ReturnType<typeof data.standingWith>>[number]
const view = ({ account_id: _, ...standing }: Standing) => standing

export const bookingProposalRoutes = slice()
  .on(standing, (c) => c.json(view(c.var.facts.standing[0] ?? fail('not_found'))))
  .on(wait, async (c) => {
    const { db, facts, account, now } = c.var
    const there = facts.standing[0] ?? fail('not_found')
    await write(db, [data.wait(db, account.id, there.account_id, now)])
    return c.json({ ...view(there), is_waiting: true })
  })
  .on(stop, async (c) => {
    const { db, facts, account } = c.var
    const there = facts.standing[0] ?? fail('not_found')
    await write(db, [data.stopWaiting(db, account.id, there.account_id)])
    return c.json({ ...view(there), is_waiting: false })
  })
  .on(propose, async (c) => {
    const { db, facts, body, account, now, remember, request_id } = c.var
    const [[offer], [mentor], [there]] = [facts.offer, facts.mentor, facts.standing]
    if (!offer || !mentor || !there) fail('not_found')
    judgeWish(body, offer, account, facts, now)
    if (offer.kind === 'group') fail('invalid_input', { errors: { offer_id: ['A group has its own times'] } })
    if (there.has_proposed) fail('limit_reached', { detail: 'A proposal of yours waits for an answer already.' })
    const fault = timesFault(body.start_times, offer, now)
    if (fault) fail('invalid_input', { errors: { start_times: [fault] } })
    const proposal_id = newId(now)
    const rows = body.start_times.toSorted().map((start_time) => {
      const booking = proposalOf(
        { id: newId(now), offer, student: account.id, wish: { ...body, start_time }, now },
        proposal_id,
      )
      const order = {
        id: newId(now),
        booking_id: booking.id,
        payer_id: account.id,
        amount_minor: booking.amount_minor,
        currency: booking.currency,
        now,
      }
      return { booking, order, row: bookingsData.rowOf(booking, order, mentor, account) }
    })
    const [first] = rows
    if (!first) fail('unexpected')
    const answer = { items: rows.map(({ row }) => bookingsData.bookingView(row, now, c.env)) }
    const taken = { detail: 'One of these times is not free. Nothing was sent.' }
    const done = holds.all(rows.map(({ booking }) => booking.id))
    const until = first.row.answer_by?.toISOString()
    const results = await write(db, [
      ...rows.flatMap(({ booking, order }) => [
        ...holds.holdSlot(db, booking),
        openOrder(db, order, holds.exists(booking.id)),
      ]),
      ...holds.undoUnless(
        db,
        rows.map(({ booking }) => booking.id),
        done,
      ),
      ...tell(
        db,
        {
          row: first.row,
          reader: 'mentor',
          kind: 'proposal_received',
          cause: 'proposed',
          ...(until && { extra: { until } }),
        },
        now,
        done,
      ),
      ...remember(
        { when: done, status: 201, body: answer },
        { status: 409, body: problemOf('slot_taken', request_id, taken) },
      ),
      bookingsData.idOf(db, first.booking.id),
    ])
    return (results.at(-1) as unknown[]).length > 0 ? c.json(answer, 201) : fail('slot_taken', taken)
  })
