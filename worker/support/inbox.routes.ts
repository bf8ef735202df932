import * as contract from '../contract/support'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import * as data from './inbox.data'
import { isUnmoved, judgeSaid } from './saying'
import { STAFF_CHOOSES, STAFF_REPLIES } from './support.rules'
import { tellAnswered, tellResolved } from './telling.data'
import * as writing from './writing.data'

const queue = route('support', {
  method: 'get',
  path: '/admin/support/tickets/',
  operationId: 'supportQueue',
  summary: 'Tickets in one state, the longest waiting first',
  query: contract.TicketQuery,
  returns: { 200: contract.HandledTicketPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: data.queueOf(db, me, { ...query, after: positionOf(query.cursor) }) }),
})

const one = route('support', {
  method: 'get',
  path: '/admin/support/tickets/:id/',
  operationId: 'handledTicket',
  summary: 'A ticket with everything that was said and noted',
  params: contract.TicketPath,
  returns: { 200: contract.HandledTicketConversation },
  fails: ['not_found'],
  facts: (db, { params }) => data.handledConversation(db, params.id),
})

const reply = route('support', {
  method: 'post',
  path: '/admin/support/tickets/:id/reply/',
  operationId: 'replyToTicket',
  summary: 'Answer: to the person in the product and by mail, to a visitor by mail. The ticket waits for them then',
  params: contract.TicketPath,
  body: contract.StaffReply,
  returns: { 201: contract.HandledTicketConversation, 200: contract.HandledTicketConversation },
  fails: ['not_found', 'state_conflict', 'limit_reached', 'idempotency_key_reused', 'invalid_input'],
  facts: (db, { params }) => ({ ticket: data.ticketToHandle(db, params.id) }),
})

const note = route('support', {
  method: 'post',
  path: '/admin/support/tickets/:id/notes/',
  operationId: 'noteOnTicket',
  summary: 'Note something that staff alone read',
  params: contract.TicketPath,
  body: contract.StaffNote,
  returns: { 201: contract.HandledTicketConversation },
  fails: ['not_found', 'limit_reached', 'invalid_input'],
  facts: (db, { params }) => ({ ticket: data.ticketToHandle(db, params.id) }),
})

const change = route('support', {
  method: 'post',
  path: '/admin/support/tickets/:id/state/',
  operationId: 'changeTicketState',
  summary: 'Resolve a ticket, bring it back, or say whose turn it is',
  params: contract.TicketPath,
  body: contract.TicketStateChange,
  returns: { 200: contract.HandledTicketConversation },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params }) => ({ ticket: data.ticketToHandle(db, params.id) }),
})

const assign = route('support', {
  method: 'put',
  path: '/admin/support/tickets/:id/assignment/',
  operationId: 'takeTicket',
  summary: 'This one is mine',
  params: contract.TicketPath,
  returns: { 200: contract.HandledTicketConversation },
  fails: ['not_found'],
  facts: (db, { params }) => ({ ticket: data.ticketToHandle(db, params.id) }),
})

const release = route('support', {
  method: 'delete',
  path: '/admin/support/tickets/:id/assignment/',
  operationId: 'giveTicketBack',
  summary: 'This one is nobody’s',
  params: contract.TicketPath,
  returns: { 200: contract.HandledTicketConversation },
  fails: ['not_found'],
  facts: (db, { params }) => ({ ticket: data.ticketToHandle(db, params.id) }),
})

const told = (results: unknown[], me: string, now: Date) =>
  data.handledConversationView(data.handledLast(results), me, now) ?? fail('not_found')

/** A ticket takes a reply in any state but the last, until it is full. */
function notSaid(ticket: { state: string }[]): never {
  if (ticket[0]?.state === 'resolved') fail('state_conflict', { detail: 'It is resolved. Bring it back first.' })
  fail('limit_reached', { detail: 'Nothing more fits in here.' })
}

export const inboxRoutes = slice()
  .on(queue, (c) => {
    const { facts, query, account } = c.var
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, (last) => [last.state_since.getTime(), last.id])
    return c.json({ items: items.map((row) => data.handledView(row, account.id)), next_cursor })
  })
  .on(one, (c) => {
    const { facts, account, now } = c.var
    return c.json(data.handledConversationView(facts, account.id, now) ?? fail('not_found'))
  })
  .on(reply, async (c) => {
    const { db, body, account, now, facts } = c.var
    const ticket = facts.ticket[0] ?? fail('not_found')
    const id = newId(now)
    const words = { id, ticket_id: ticket.id, client_id: body.client_id ?? id, text: body.text, sent_at: now }
    const by = { ...words, staff_account_id: account.id, is_note: false }
    const results = await write(db, [
      ...writing.sayAsStaff(db, by, writing.may(STAFF_REPLIES)),
      writing.moveTicket(db, ticket.id, STAFF_REPLIES, now, writing.isSaid(id)),
      ...tellAnswered(db, ticket, words),
      ...Object.values(data.handledConversation(db, ticket.id)),
    ])
    const after = data.handledLast(results)
    const status = judgeSaid(after.messages, words, 'staff') ?? notSaid(after.ticket)
    return c.json(told(results, account.id, now), status)
  })
  .on(note, async (c) => {
    const { db, body, account, now, facts } = c.var
    const { id: ticket_id } = facts.ticket[0] ?? fail('not_found')
    const id = newId(now)
    const words = { id, ticket_id, client_id: id, text: body.text, sent_at: now }
    const by = { ...words, staff_account_id: account.id, is_note: true }
    const results = await write(db, [
      ...writing.sayAsStaff(db, by),
      ...Object.values(data.handledConversation(db, ticket_id)),
    ])
    if (!judgeSaid(data.handledLast(results).messages, words, 'staff'))
      fail('limit_reached', { detail: 'Nothing more fits in here.' })
    return c.json(told(results, account.id, now), 201)
  })
  .on(change, async (c) => {
    const { db, body, account, now, facts } = c.var
    const ticket = facts.ticket[0] ?? fail('not_found')
    const results = await write(db, [
      writing.moveTicket(db, ticket.id, STAFF_CHOOSES[body.state], now),
      ...(body.state === 'resolved' ? tellResolved(db, ticket, now, false) : []),
      ...Object.values(data.handledConversation(db, ticket.id)),
    ])
    if (isUnmoved(results)) fail('state_conflict', { detail: 'From where it is it cannot go there.' })
    return c.json(told(results, account.id, now))
  })
  .on(assign, (c) => give(c.var, c.var.account.id).then((ticket) => c.json(ticket)))
  .on(release, (c) => give(c.var, null).then((ticket) => c.json(ticket)))

interface Giving {
  db: Database
  account: { id: string }
  now: Date
  facts: { ticket: { id: string }[] }
}
async function give({ db, account, now, facts }: Giving, to: string | null) {
  const { id } = facts.ticket[0] ?? fail('not_found')
  const results = await write(db, [data.assign(db, id, to), ...Object.values(data.handledConversation(db, id))])
  return told(results, account.id, now)
}
