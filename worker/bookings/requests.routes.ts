import * as contract from '../contract/bookings'
import { write } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as bookingsData from './bookings.data'
import { stateAt } from './bookings.rules'
import * as data from './requests.data'

const accept = route('mentor', {
  method: 'post',
  path: '/bookings/:id/confirm/',
  operationId: 'confirmBooking',
  summary: 'Say yes to a request, or take one of the times that were proposed',
  params: contract.BookingPath,
  returns: { 200: contract.Booking },
  fails: ['not_found', 'state_conflict', 'idempotency_key_reused'],
  idempotent: true,
  facts: (db, { me, params }) => ({ rows: bookingsData.bookingOf(db, params.id, me) }),
})

const decline = route('mentor', {
  method: 'post',
  path: '/bookings/:id/decline/',
  operationId: 'declineBooking',
  summary: 'Say no to a request; what was paid goes back',
  params: contract.BookingPath,
  body: contract.Cancellation,
  returns: { 200: contract.Booking },
  fails: ['not_found', 'state_conflict', 'invalid_input', 'idempotency_key_reused'],
  idempotent: true,
  facts: (db, { me, params }) => ({ rows: bookingsData.bookingOf(db, params.id, me) }),
})

/** The mentor's own request that still waits. */
function waiting(rows: bookingsData.BookingRow[], me: string, now: Date): bookingsData.BookingRow {
  const row = rows[0] ?? fail('not_found')
  if (row.mentor_account_id !== me) fail('role_required')
  if (stateAt(row, now) !== 'pending') fail('state_conflict')
  return row
}

export const requestRoutes = slice()
  .on(accept, async (c) => {
    const { db, facts, account, now, remember, request_id } = c.var
    const row = waiting(facts.rows, account.id, now)
    const { act, done, next, statements } = data.acceptRequest(db, row, { by: account.id, now })
    const answer = bookingsData.bookingView(next, now, c.env)
    const results = await write(db, [
      ...statements,
      ...remember(
        { when: done, status: 200, body: answer },
        { status: 409, body: problemOf('state_conflict', request_id) },
      ),
      bookingsData.actOf(db, act),
    ])
    return (results.at(-1) as unknown[]).length > 0 ? c.json(answer) : fail('state_conflict')
  })
  .on(decline, async (c) => {
    const { db, facts, account, now, body, remember, request_id } = c.var
    const row = waiting(facts.rows, account.id, now)
    const { act, done, statements } = data.declineRequest(db, row, { by: account.id, reason: body.reason, now })
    const answer = bookingsData.bookingView({ ...row, state: 'cancelled' }, now, c.env)
    const results = await write(db, [
      ...statements,
      ...remember(
        { when: done, status: 200, body: answer },
        { status: 409, body: problemOf('state_conflict', request_id) },
      ),
      bookingsData.actOf(db, act),
    ])
    return (results.at(-1) as unknown[]).length > 0 ? c.json(answer) : fail('state_conflict')
  })
