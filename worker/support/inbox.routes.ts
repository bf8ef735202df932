import * as contract from '../contract/support'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

const queue = route('support', {
  method: 'get',
  path: '/admin/support/tickets/',
  operationId: 'supportQueue',
  summary: 'Tickets in one state, the longest waiting first',
  query: contract.TicketQuery,
  returns: { 200: contract.HandledTicketPage },
  fails: ['invalid_input'],
})

const one = route('support', {
  method: 'get',
  path: '/admin/support/tickets/:id/',
  operationId: 'handledTicket',
  summary: 'A ticket with everything that was said and noted',
  params: contract.TicketPath,
  returns: { 200: contract.HandledTicketConversation },
  fails: ['not_found'],
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
})

const assign = route('support', {
  method: 'put',
  path: '/admin/support/tickets/:id/assignment/',
  operationId: 'takeTicket',
  summary: 'This one is mine',
  params: contract.TicketPath,
  returns: { 200: contract.HandledTicketConversation },
  fails: ['not_found'],
})

const release = route('support', {
  method: 'delete',
  path: '/admin/support/tickets/:id/assignment/',
  operationId: 'giveTicketBack',
  summary: 'This one is nobody’s',
  params: contract.TicketPath,
  returns: { 200: contract.HandledTicketConversation },
  fails: ['not_found'],
})

const later = () => fail('unexpected')
export const inboxRoutes = slice()
  .on(queue, later)
  .on(one, later)
  .on(reply, later)
  .on(note, later)
  .on(change, later)
  .on(assign, later)
  .on(release, later)
