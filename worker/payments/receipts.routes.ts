import * as contract from '../contract/receipts'
import { pageFrom, positionOf } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { moneyOf, receiptsOf } from './receipts.data'
import { receiptView } from './receipts.rules'
import { storyOf } from './story.rules'

const receipts = route('signed_in', {
  method: 'get',
  path: '/payments/',
  operationId: 'receiptsOf',
  summary: 'What I paid or tried to pay, with refunds and invoices, the newest first',
  query: contract.ReceiptQuery,
  returns: { 200: contract.ReceiptPage },
  fails: ['invalid_input'],
  facts: (db, { me, query: { cursor, limit } }) => ({
    rows: receiptsOf(db, me, { before: positionOf(cursor), limit }),
  }),
})

const story = route('signed_in', {
  method: 'get',
  path: '/bookings/:id/money/',
  operationId: 'moneyOf',
  summary: 'What happened to the money of a booking, one by one, for its two people',
  params: contract.MoneyPath,
  returns: { 200: contract.MoneyStory },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ rows: moneyOf(db, params.id, me) }),
})

export const receiptRoutes = slice()
  .on(receipts, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.created_at.getTime(), last.order_id])
    return c.json({ ...page, items: page.items.map(receiptView) })
  })
  .on(story, (c) => {
    const row = c.var.facts.rows[0] ?? fail('not_found')
    return c.json(storyOf(row, row.student_account_id === c.var.account.id ? 'student' : 'mentor'))
  })
