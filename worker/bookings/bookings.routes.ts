import * as contract from '../contract/bookings'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { route, slice } from '../lib/route'
import type { SQL } from 'drizzle-orm'
import * as data from './bookings.data'
import { isCancellable, isMovable, movesFreelyUntil, stateAt } from './bookings.rules'
import { cancellation } from './cancelling.data'
import * as detail from './detail.data'
import { openMoveOf, siblingsOf } from './moves.data'
import { moveView } from './moves.rules'

const list = route('signed_in', {
  method: 'get',
  path: '/bookings/',
  operationId: 'bookings',
  summary: 'My sessions, on either side',
  query: contract.BookingQuery,
  returns: { 200: contract.BookingPage },
  facts: (db, { me, query, now }) => {
    const after = positionOf(query.cursor) as [number, string] | undefined
    return { rows: data.bookingsOf(db, me, { when: query.when, after, limit: query.limit, now }) }
  },
})

const mine = (db: Database, { me, params }: { me: SQL; params: { id: string } }) => ({
  rows: data.bookingOf(db, params.id, me),
})

const one = route('signed_in', {
  method: 'get',
  path: '/bookings/:id/',
  operationId: 'booking',
  summary: 'One of my sessions',
  params: contract.BookingPath,
  returns: { 200: contract.BookingDetail },
  fails: ['not_found'],
  facts: (db, { me, params, now }) => ({
    rows: data.bookingOf(db, params.id, me),
    history: detail.historyOf(db, params.id),
    moves: openMoveOf(db, params.id, now),
    siblings: siblingsOf(db, params.id),
    seats: detail.seatsTaken(db, params.id, now),
    reason: detail.reasonOf(db, params.id),
    note: detail.noteOf(db, params.id, me),
    conversation: detail.conversationOf(db, params.id),
  }),
})

const note = route('signed_in', {
  method: 'put',
  path: '/bookings/:id/note/',
  operationId: 'keepBookingNote',
  summary: 'What I write down about a session for myself alone',
  params: contract.BookingPath,
  body: contract.PrivateNote,
  returns: { 200: contract.PrivateNote },
  fails: ['not_found', 'invalid_input'],
  facts: mine,
})

const cancel = route('signed_in', {
  method: 'post',
  path: '/bookings/:id/cancel/',
  operationId: 'cancelBooking',
  summary: 'Cancel by the terms that were copied at purchase',
  params: contract.BookingPath,
  body: contract.Cancellation,
  returns: { 200: contract.Booking },
  fails: ['not_found', 'state_conflict', 'invalid_input', 'idempotency_key_reused'],
  idempotent: true,
  facts: mine,
})

/** Who took a step of a booking's life; staff act by no name. */
const actorOf = (row: data.BookingRow, actor_id: string | null) => {
  if (actor_id === null) return 'product' as const
  if (actor_id === row.student_account_id) return 'student' as const
  return actor_id === row.mentor_account_id ? ('mentor' as const) : ('staff' as const)
}

const cancelGroup = route('mentor', {
  method: 'post',
  path: '/bookings/:id/cancel-group/',
  operationId: 'cancelGroup',
  summary: 'Cancel a whole group; every seat is given back in full',
  params: contract.BookingPath,
  body: contract.Cancellation,
  returns: { 200: contract.Proposed },
  fails: ['not_found', 'state_conflict', 'invalid_input', 'idempotency_key_reused'],
  idempotent: true,
  facts: (db, { me, params, now }) => ({ rows: data.seatsOfGroup(db, params.id, me, now) }),
})

export const bookingRoutes = slice()
  .on(list, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.start_time.getTime(), last.id])
    return c.json({ ...page, items: page.items.map((row) => data.bookingView(row, c.var.now, c.env)) })
  })
  .on(one, (c) => {
    const { facts, now, account } = c.var
    const row = facts.rows[0] ?? fail('not_found')
    const [move] = facts.moves
    return c.json({
      ...data.bookingView(row, now, c.env),
      history: facts.history.map(({ actor_id, ...step }) => ({ ...step, actor: actorOf(row, actor_id) })),
      move: move ? moveView(row, move) : null,
      moves_freely_until: isMovable(row, now)
        ? movesFreelyUntil(row, row.mentor_account_id === account.id ? 'mentor' : 'student')
        : null,
      proposed: facts.siblings.map(({ id, start_time, end_time, ...sibling }) => ({
        id,
        start_time,
        end_time,
        state: stateAt(sibling, now),
      })),
      seats_taken: row.kind === 'group' ? (facts.seats[0]?.taken ?? 0) : null,
      cancel_reason: facts.reason[0]?.text ?? null,
      private_note: facts.note[0]?.text ?? '',
      conversation_id: facts.conversation[0]?.id ?? null,
    })
  })
  .on(note, async (c) => {
    const { db, facts, account, body, now } = c.var
    const row = facts.rows[0] ?? fail('not_found')
    await write(db, [detail.keepNote(db, { booking_id: row.id, account_id: account.id, text: body.text, now })])
    return c.json(body)
  })
  .on(cancel, async (c) => {
    const { db, facts, account, now, body, remember, request_id } = c.var
    const row = facts.rows[0] ?? fail('not_found')
    if (!isCancellable(row, row.mentor_account_id === account.id ? 'mentor' : 'student', now)) fail('state_conflict')
    const { act, done, statements } = cancellation(db, row, { by: account.id, reason: body.reason, now })
    const answer = data.bookingView({ ...row, state: 'cancelled', hold_expires_at: null }, now, c.env)
    const results = await write(db, [
      ...statements,
      ...remember(
        { when: done, status: 200, body: answer },
        { status: 409, body: problemOf('state_conflict', request_id) },
      ),
      data.actOf(db, act),
    ])
    return (results.at(-1) as unknown[]).length > 0 ? c.json(answer) : fail('state_conflict')
  })
  .on(cancelGroup, async (c) => {
    const { db, facts, account, now, body, remember } = c.var
    const rows = facts.rows.length > 0 ? facts.rows : fail('not_found')
    if (rows.some((row) => !isCancellable(row, 'mentor', now))) fail('state_conflict')
    const answer = {
      items: rows.map((row) => data.bookingView({ ...row, state: 'cancelled', hold_expires_at: null }, now, c.env)),
    }
    await write(db, [
      ...rows.flatMap((row) => cancellation(db, row, { by: account.id, reason: body.reason, now }).statements),
      ...remember({ status: 200, body: answer }),
    ])
    return c.json(answer)
  })
