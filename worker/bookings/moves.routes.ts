import { teachingTimes } from '../availability/teaching.data'
import * as contract from '../contract/bookings'
import { write, type Database } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as bookingsData from './bookings.data'
import { isMovable, movesFreelyUntil } from './bookings.rules'
import * as data from './moves.data'
import { movingQuery, moveView, sideOf } from './moves.rules'
import { isOffered, nearestFree, slots } from './slots.rules'
import { busyOf } from './times.data'

const DAY = 86_400_000
const AROUND = 8 * DAY

const reschedule = route('signed_in', {
  method: 'post',
  path: '/bookings/:id/reschedule/',
  operationId: 'rescheduleBooking',
  summary: 'Move a session to another time, or ask the other side to agree to it',
  params: contract.BookingPath,
  body: contract.Reschedule,
  returns: { 200: contract.Rescheduled },
  fails: ['not_found', 'state_conflict', 'slot_taken', 'invalid_input', 'idempotency_key_reused'],
  idempotent: true,
  facts: (db, { me, params, body, now }) => {
    const start = Date.parse(body.start_time)
    const mentor = data.mentorOfBooking(params.id)
    return {
      rows: bookingsData.bookingOf(db, params.id, me),
      policy: data.policyOf(db, params.id),
      times: teachingTimes(db, mentor, { now, from: start - AROUND, until: start + AROUND }),
      learning: busyOf(db, data.studentOfBooking(params.id), start - AROUND, start + AROUND, now),
    }
  },
})

const times = route('signed_in', {
  method: 'get',
  path: '/bookings/:id/times/',
  operationId: 'timesToMove',
  summary: 'The free times that a session could have instead of its own, at most 31 days at once',
  params: contract.BookingPath,
  query: contract.TimesQuery,
  returns: { 200: contract.MoveTimes },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { me, params, query, now }) => {
    const [from, until] = [Date.parse(query.from), Date.parse(query.to)]
    return {
      rows: bookingsData.bookingOf(db, params.id, me),
      policy: data.policyOf(db, params.id),
      times: teachingTimes(db, data.mentorOfBooking(params.id), { now, from, until }),
      learning: busyOf(db, data.studentOfBooking(params.id), from - AROUND, until + AROUND, now),
    }
  },
})

const answerMove = route('signed_in', {
  method: 'post',
  path: '/bookings/:id/moves/:move_id/',
  operationId: 'answerMove',
  summary: 'Agree to a new time, say no to it, or take my own wish back',
  params: contract.MovePath,
  body: contract.MoveAnswer,
  returns: { 200: contract.Rescheduled },
  fails: ['not_found', 'state_conflict', 'slot_taken', 'invalid_input', 'idempotency_key_reused'],
  idempotent: true,
  facts: (db: Database, { me, params, now }) => ({
    rows: bookingsData.bookingOf(db, params.id, me),
    moves: data.openMoveOf(db, params.id, now),
  }),
})

type Row = bookingsData.BookingRow

function movable(rows: Row[], now: Date): Row {
  const row = rows[0] ?? fail('not_found')
  if (!isMovable(row, now)) fail('state_conflict')
  return row
}

export const moveRoutes = slice()
  .on(reschedule, async (c) => {
    const { db, facts, account, now, body, remember, request_id } = c.var
    const row = movable(facts.rows, now)
    const start = new Date(body.start_time)
    if (start.getTime() === row.start_time.getTime() || start <= now)
      fail('invalid_input', { errors: { start_time: ['Choose another time, in the future'] } })
    const [[policy], [times]] = [facts.policy, facts.times]
    if (!policy || !times) fail('not_found')
    const span = {
      now: now.getTime(),
      from: Math.max(now.getTime(), start.getTime() - AROUND),
      until: start.getTime() + AROUND,
    }
    const asked = movingQuery(times, policy, row, facts.learning, span)
    const alternatives = nearestFree(asked, start.getTime(), 3).map((slot) => ({
      start_time: new Date(slot.start_time),
      end_time: new Date(slot.end_time),
    }))
    const taken = { detail: 'This time is not free. The session stays where it is.', more: { alternatives } }
    const until = movesFreelyUntil(row, sideOf(row, account.id))
    const wish = { start, by: account.id, reason: body.reason, now }
    if (until && now < until) {
      if (!isOffered(asked, start.getTime())) fail('slot_taken', taken)
      const { act, done, next, statements } = data.moveBooking(db, row, wish)
      const answer = { booking: bookingsData.bookingView(next, now, c.env), move: null }
      const results = await write(db, [
        ...statements,
        ...remember(
          { when: done, status: 200, body: answer },
          { status: 409, body: problemOf('slot_taken', request_id, taken) },
        ),
        bookingsData.actOf(db, act),
      ])
      return (results.at(-1) as unknown[]).length > 0 ? c.json(answer) : fail('slot_taken', taken)
    }
    const { move, done, statements } = data.askToMove(db, row, wish)
    const answer = { booking: bookingsData.bookingView(row, now, c.env), move: moveView(row, move) }
    const results = await write(db, [
      ...statements,
      ...remember(
        { when: done, status: 200, body: answer },
        { status: 409, body: problemOf('state_conflict', request_id) },
      ),
      data.moveWith(db, move.id),
    ])
    return (results.at(-1) as unknown[]).length > 0 ? c.json(answer) : fail('state_conflict')
  })
  .on(times, (c) => {
    const { facts, query, now } = c.var
    const row = movable(facts.rows, now)
    const [[policy], [teaching]] = [facts.policy, facts.times]
    if (!policy || !teaching) fail('not_found')
    const span = { now: now.getTime(), from: Date.parse(query.from), until: Date.parse(query.to) }
    const own = row.start_time.getTime()
    const items = [...slots(movingQuery(teaching, policy, row, facts.learning, span))]
      .filter((slot) => slot.start_time !== own)
      .map((slot) => ({ start_time: new Date(slot.start_time), end_time: new Date(slot.end_time) }))
    const until = new Date(now.getTime() + policy.horizon_days * DAY)
    return c.json({ items, time_zone: teaching.availability_zone, until })
  })
  .on(answerMove, async (c) => {
    const { db, facts, account, now, body, params, remember, request_id } = c.var
    const row = movable(facts.rows, now)
    const move = facts.moves.find(({ id }) => id === params.move_id) ?? fail('not_found')
    const isMine = move.by_account_id === account.id
    if (isMine !== (body.answer === 'withdraw')) fail('state_conflict')
    if (body.answer === 'accept') {
      const { act, done, next, statements } = data.moveBooking(db, row, { start: move.start_time, by: account.id, now })
      const answer = { booking: bookingsData.bookingView(next, now, c.env), move: null }
      const taken = { detail: 'This time was taken meanwhile. The session stays where it is.' }
      const results = await write(db, [
        ...statements,
        ...remember(
          { when: done, status: 200, body: answer },
          { status: 409, body: problemOf('slot_taken', request_id, taken) },
        ),
        bookingsData.actOf(db, act),
      ])
      return (results.at(-1) as unknown[]).length > 0 ? c.json(answer) : fail('slot_taken', taken)
    }
    const state = body.answer === 'decline' ? 'declined' : 'withdrawn'
    const answer = { booking: bookingsData.bookingView(row, now, c.env), move: null }
    const results = await write(db, [
      ...data.closeMove(db, row, move, { state, now }),
      ...remember({ status: 200, body: answer }),
    ])
    return results ? c.json(answer) : fail('unexpected')
  })
