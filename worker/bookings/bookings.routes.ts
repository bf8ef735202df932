import * as contract from '../contract/bookings'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { route, slice } from '../lib/route'
import type { SQL } from 'drizzle-orm'
import * as data from './bookings.data'
import { isCancellable, stateAt } from './bookings.rules'
import { cancellation } from './cancelling.data'

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
  returns: { 200: contract.Booking },
  fails: ['not_found'],
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

export const bookingRoutes = slice()
  .on(list, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.start_time.getTime(), last.id])
    return c.json({ ...page, items: page.items.map((row) => data.bookingView(row, c.var.now, c.env)) })
  })
  .on(one, (c) => c.json(data.bookingView(c.var.facts.rows[0] ?? fail('not_found'), c.var.now, c.env)))
  .on(cancel, async (c) => {
    const { db, facts, account, now, body, remember, request_id } = c.var
    const row = facts.rows[0] ?? fail('not_found')
    if (!isCancellable(stateAt(row.state, row.hold_expires_at, now), row.start_time, now)) fail('state_conflict')
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
