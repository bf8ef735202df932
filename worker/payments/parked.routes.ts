import * as contract from '../contract/parked'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import { replayEvent } from './events.data'
import { writeTowards } from '../lib/outcomes'
import * as data from './parked.data'
import { isPromised, troubledRefund, troubledRefunds, tryRefundAgain } from './refunds.data'

const parked = route('finance', {
  method: 'get',
  path: '/admin/payments/parked/',
  operationId: 'parkedPayments',
  summary: 'Money that arrived other than agreed, and news of orders nobody knows, the oldest first',
  query: contract.ParkedQuery,
  returns: { 200: contract.ParkedPage },
  fails: ['invalid_input'],
  facts: (db, { query: { cursor, limit } }) => ({ rows: data.parked(db, { after: positionOf(cursor), limit }) }),
})

const giveBack = route('finance', {
  method: 'post',
  path: '/admin/payments/parked/:id/return/',
  operationId: 'giveBackParked',
  summary: 'Give parked money back to whoever paid it',
  params: contract.ParkedPath,
  body: contract.GivingBack,
  returns: { 200: contract.GivenBack },
  fails: ['not_found', 'state_conflict', 'invalid_input', 'idempotency_key_reused'],
  idempotent: true,
  facts: (db, { params }) => ({ rows: data.parkedPayment(db, params.id) }),
})

const replay = route('finance', {
  method: 'post',
  path: '/admin/payments/parked/:id/replay/',
  operationId: 'replayParked',
  summary: 'Have parked news of a payment acted on again',
  params: contract.ParkedPath,
  returns: { 200: contract.Replayed },
  fails: ['not_found'],
  facts: (db, { params }) => ({ rows: data.parkedEvent(db, params.id) }),
})

const troubled = route('finance', {
  method: 'get',
  path: '/admin/refunds/failed/',
  operationId: 'failedRefunds',
  summary: 'Refunds that went wrong and are not sent yet, the oldest first',
  query: contract.TroubledQuery,
  returns: { 200: contract.TroubledRefundPage },
  fails: ['invalid_input'],
  facts: (db, { query: { cursor, limit } }) => ({ rows: troubledRefunds(db, { after: positionOf(cursor), limit }) }),
})

const retry = route('finance', {
  method: 'post',
  path: '/admin/refunds/:id/retry/',
  operationId: 'retryRefund',
  summary: 'Try a refund again at once',
  params: contract.RefundPath,
  returns: { 200: contract.TroubledRefund },
  fails: ['not_found'],
  facts: (db, { params }) => ({ rows: troubledRefund(db, params.id) }),
})

export const parkedRoutes = slice()
  .on(parked, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, ({ at, id }) => [at, id])
    return c.json({ ...page, items: page.items.map(data.parkedView) })
  })
  .on(giveBack, async (c) => {
    const { db, now, account, body, remember, request_id } = c.var
    const { id: razorpay_payment_id, amount_minor, currency } = c.var.facts.rows[0] ?? fail('not_found')
    const id = newId(now)
    const made = { id, amount_minor, currency }
    const outcome = await writeTowards(
      { db, remember },
      data.giveBackParked(db, { ...made, razorpay_payment_id, requested_by: account.id, note: body.reason, now }),
      [
        { when: isPromised(id), status: 200, body: made },
        { status: 409, body: problemOf('state_conflict', request_id) },
      ],
    )
    return outcome?.status === 200 ? c.json(made) : fail('state_conflict')
  })
  .on(replay, async (c) => {
    const { id } = c.var.facts.rows[0] ?? fail('not_found')
    await write(c.var.db, replayEvent(c.var.db, id, c.var.now))
    return c.json({ id, state: 'received' })
  })
  .on(troubled, (c) =>
    c.json(pageFrom(c.var.facts.rows, c.var.query.limit, ({ requested_at, id }) => [requested_at.getTime(), id])),
  )
  .on(retry, async (c) => {
    const { id } = c.var.facts.rows[0] ?? fail('not_found')
    await write(c.var.db, tryRefundAgain(c.var.db, id, c.var.now))
    return c.json({ ...c.var.facts.rows[0], state: 'requested', tries: 0, retry_at: null })
  })
