import { PageQuery } from '../contract/common'
import * as contract from '../contract/support'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'

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
})

const mine = route('signed_in', {
  method: 'get',
  path: '/chat/customer-service/',
  operationId: 'myTickets',
  summary: 'What I asked for, the newest first',
  query: PageQuery,
  returns: { 200: contract.TicketPage },
  fails: ['invalid_input'],
})

const one = route('signed_in', {
  method: 'get',
  path: '/support/tickets/:id/',
  operationId: 'ticket',
  summary: 'What was said about a ticket of mine, with the session it is about',
  params: contract.TicketPath,
  returns: { 200: contract.TicketConversation },
  fails: ['not_found'],
})

const write = route('signed_in', {
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
})

const resolve = route('signed_in', {
  method: 'post',
  path: '/support/tickets/:id/resolve/',
  operationId: 'resolveTicket',
  summary: 'Say that a ticket of mine is settled',
  params: contract.TicketPath,
  returns: { 200: contract.TicketConversation },
  fails: ['not_found', 'state_conflict'],
})

const reopen = route('signed_in', {
  method: 'post',
  path: '/support/tickets/:id/reopen/',
  operationId: 'reopenTicket',
  summary: 'Bring a ticket of mine back, within 30 days after it was resolved',
  params: contract.TicketPath,
  returns: { 200: contract.TicketConversation },
  fails: ['not_found', 'state_conflict'],
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
})

const later = () => fail('unexpected')
export const ticketRoutes = slice()
  .on(open, later)
  .on(mine, later)
  .on(one, later)
  .on(write, later)
  .on(resolve, later)
  .on(reopen, later)
  .on(rate, later)
