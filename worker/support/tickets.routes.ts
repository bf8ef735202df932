import { PageQuery } from '../contract/common'
import * as contract from '../contract/support'
import { isPartyTo } from '../files/files.data'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice } from '../lib/route'
import { isUnmoved, judgeSaid } from './saying'
import { PERSON_REOPENS, PERSON_RESOLVES, PERSON_WRITES, reopenableSince } from './support.rules'
import * as data from './tickets.data'
import * as writing from './writing.data'

const DAY = 86_400
const HOUR = 3600

const open = route('signed_in', {
  method: 'post',
  path: '/chat/customer-service/',
  operationId: 'openTicket',
  summary: 'Ask our staff for help',
  body: contract.NewTicket,
  returns: { 201: contract.TicketConversation },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('ticket', me), most: 20, seconds: DAY }],
  facts: (db, { me, body }) => ({
    party: isPartyTo(db, body.booking_id ?? '', me),
    files: writing.filesToAttach(db, me, body.attachments),
  }),
})

const mine = route('signed_in', {
  method: 'get',
  path: '/chat/customer-service/',
  operationId: 'myTickets',
  summary: 'What I asked for, the newest first',
  query: PageQuery,
  returns: { 200: contract.TicketPage },
  fails: ['invalid_input'],
  facts: (db, { me, query: { cursor, limit } }) => ({
    rows: data.ticketsOf(db, me, positionOf(cursor)?.[0]?.toString(), limit),
  }),
})

const one = route('signed_in', {
  method: 'get',
  path: '/support/tickets/:id/',
  operationId: 'ticket',
  summary: 'What was said about a ticket of mine, with the session it is about',
  params: contract.TicketPath,
  returns: { 200: contract.TicketConversation },
  fails: ['not_found'],
  facts: (db, { me, params }) => data.conversation(db, params.id, me),
})

const writeTo = route('signed_in', {
  method: 'post',
  path: '/support/tickets/:id/messages/',
  operationId: 'writeToTicket',
  summary: 'Write to a ticket of mine; a resolved one comes back by that. The same client_id twice is one message',
  params: contract.TicketPath,
  body: contract.NewTicketMessage,
  returns: { 201: contract.TicketConversation, 200: contract.TicketConversation },
  fails: [
    'not_found',
    'state_conflict',
    'limit_reached',
    'idempotency_key_reused',
    'invalid_input',
    'too_many_requests',
  ],
  limits: ({ me }) => [{ subject: ofAccount('ticket-message', me), most: 60, seconds: HOUR }],
  facts: (db, { me, params, body }) => ({
    ticket: data.ownTicket(db, params.id, me),
    files: writing.filesToAttach(db, me, body.attachments),
  }),
})

const resolve = route('signed_in', {
  method: 'post',
  path: '/support/tickets/:id/resolve/',
  operationId: 'resolveTicket',
  summary: 'Say that a ticket of mine is settled',
  params: contract.TicketPath,
  returns: { 200: contract.TicketConversation },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ ticket: data.ownTicket(db, params.id, me) }),
})

const reopen = route('signed_in', {
  method: 'post',
  path: '/support/tickets/:id/reopen/',
  operationId: 'reopenTicket',
  summary: 'Bring a ticket of mine back, within 30 days after it was resolved',
  params: contract.TicketPath,
  returns: { 200: contract.TicketConversation },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ ticket: data.ownTicket(db, params.id, me) }),
})

const rate = route('signed_in', {
  method: 'post',
  path: '/support/tickets/:id/rating/',
  operationId: 'rateTicket',
  summary: 'Say how a resolved ticket of mine was handled; it can be changed for seven days',
  params: contract.TicketPath,
  body: contract.TicketRating,
  returns: { 200: contract.TicketConversation },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { me, params }) => ({ ticket: data.ownTicket(db, params.id, me) }),
})

function judgeFiles(wished: string[] = [], found: { id: string }[]): void {
  if (found.length < new Set(wished).size)
    fail('invalid_input', { errors: { attachments: ['Send the file to /files/support/ first'] } })
}
function tooLate(): never {
  fail('state_conflict', { detail: 'It was resolved too long ago. Open a new one.' })
}
/** A ticket takes everything but what comes too late, until it is full. */
function notSaid(ticket: { state: string }[]): never {
  if (ticket[0]?.state === 'resolved') tooLate()
  fail('limit_reached', { detail: 'Nothing more fits in here. Open a new one.' })
}
const told = (results: unknown[], now: Date) => data.conversationView(data.toldLast(results), now) ?? fail('not_found')

export const ticketRoutes = slice()
  .on(open, async (c) => {
    const { db, body, account, now, facts } = c.var
    const { subject, message, booking_id = null, category = booking_id ? 'booking' : 'other', attachments = [] } = body
    if (booking_id !== null && facts.party.length === 0) fail('not_found')
    judgeFiles(attachments, facts.files)
    const id = newId(now)
    const results = await write(db, [
      ...writing.openTicket(db, { id, account_id: account.id, subject, category, booking_id, created_at: now }),
      ...writing.sayFirst(db, { id: newId(now), ticket_id: id, text: message, sent_at: now }, attachments),
      post(db, { topic: 'ticket_opened', payload: { id } }, now),
      ...Object.values(data.conversation(db, id, account.id)),
    ])
    return c.json(told(results, now), 201)
  })
  .on(mine, (c) => {
    const { facts, query, now } = c.var
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, (last) => [last.id])
    return c.json({ items: items.map((row) => data.ticketView(row, now)), next_cursor })
  })
  .on(one, (c) => c.json(data.conversationView(c.var.facts, c.var.now) ?? fail('not_found')))
  .on(writeTo, async (c) => {
    const { db, body, account, now, facts } = c.var
    const ticket = facts.ticket[0] ?? fail('not_found')
    judgeFiles(body.attachments, facts.files)
    const words = { ...body, id: newId(now), ticket_id: ticket.id, sent_at: now }
    const when = writing.may(PERSON_WRITES, writing.isStillOurs(reopenableSince(now)))
    const results = await write(db, [
      ...writing.sayAsPerson(db, words, when),
      writing.moveTicket(db, ticket.id, PERSON_WRITES, now, writing.isSaid(words.id)),
      ...Object.values(data.conversation(db, ticket.id, account.id)),
    ])
    const after = data.toldLast(results)
    const status = judgeSaid(after.messages, words, 'person') ?? notSaid(after.ticket)
    return c.json(told(results, now), status)
  })
  .on(resolve, async (c) => {
    const { db, account, now, facts } = c.var
    const { id } = facts.ticket[0] ?? fail('not_found')
    const results = await write(db, [
      writing.moveTicket(db, id, PERSON_RESOLVES, now),
      ...Object.values(data.conversation(db, id, account.id)),
    ])
    if (isUnmoved(results)) fail('state_conflict', { detail: 'It is resolved already.' })
    return c.json(told(results, now))
  })
  .on(reopen, async (c) => {
    const { db, account, now, facts } = c.var
    const { id } = facts.ticket[0] ?? fail('not_found')
    const results = await write(db, [
      writing.moveTicket(db, id, PERSON_REOPENS, now, writing.isStillOurs(reopenableSince(now))),
      ...Object.values(data.conversation(db, id, account.id)),
    ])
    if (isUnmoved(results)) return tooLate()
    return c.json(told(results, now))
  })
  .on(rate, async (c) => {
    const { db, body, account, now, facts } = c.var
    const { id } = facts.ticket[0] ?? fail('not_found')
    const results = await write(db, [
      writing.rateTicket(db, { id, score: body.score, text: body.text ?? '' }, now),
      ...Object.values(data.conversation(db, id, account.id)),
    ])
    if (isUnmoved(results)) fail('state_conflict', { detail: 'It is not resolved, or was rated some days ago.' })
    return c.json(told(results, now))
  })
