import * as contract from '../contract/events'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'

const HOUR = 3600

const list = route('anyone', {
  method: 'get',
  path: '/events/',
  operationId: 'listEvents',
  summary: 'Published events, the soonest first, or the latest of those that are over; my own with mine=',
  query: contract.EventQuery,
  returns: { 200: contract.EventPage },
  fails: ['invalid_input', 'not_signed_in'],
  shared: true,
})

const create = route('organizer', {
  method: 'post',
  path: '/events/',
  operationId: 'createEvent',
  summary: 'Make an event, published or as a draft, once or again and again',
  body: contract.NewEvent,
  returns: { 201: contract.CreatedEvent },
  fails: ['role_required', 'limit_reached', 'too_many_requests'],
  idempotent: true,
  limits: ({ me }) => [{ subject: ofAccount('make_event', me), most: 60, seconds: HOUR }],
})

const one = route('anyone', {
  method: 'get',
  path: '/events/:id/',
  operationId: 'event',
  summary: 'An event; a draft to its organizer alone',
  params: contract.EventPath,
  returns: { 200: contract.Event },
  fails: ['not_found'],
  shared: true,
})

const change = route('organizer', {
  method: 'put',
  path: '/events/:id/',
  operationId: 'changeEvent',
  summary: 'Change what is named, publish a draft, take back what nobody goes to; null clears',
  params: contract.EventPath,
  body: contract.EventChange,
  returns: { 200: contract.Event },
  fails: ['not_found', 'role_required', 'state_conflict', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('change_event', me), most: 120, seconds: HOUR }],
})

const remove = route('organizer', {
  method: 'delete',
  path: '/events/:id/',
  operationId: 'removeEvent',
  summary: 'Delete an event that nobody answered to; any other is cancelled, and its people are told',
  params: contract.EventPath,
  returns: { 204: null },
  fails: ['not_found', 'state_conflict'],
})

const cancel = route('signed_in', {
  method: 'post',
  path: '/events/:id/cancel/',
  operationId: 'cancelEvent',
  summary: 'Cancel a published event, as its organizer, or as a moderator with a reason',
  params: contract.EventPath,
  body: contract.CancelEvent,
  returns: { 200: contract.Event },
  fails: ['not_found', 'state_conflict'],
})

const duplicate = route('organizer', {
  method: 'post',
  path: '/events/:id/duplicate/',
  operationId: 'duplicateEvent',
  summary: 'A copy of my event, as a draft',
  params: contract.EventPath,
  returns: { 201: contract.Event },
  fails: ['not_found', 'limit_reached', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('make_event', me), most: 60, seconds: HOUR }],
})

const repeat = route('organizer', {
  method: 'post',
  path: '/events/:id/repeat/',
  operationId: 'repeatEvent',
  summary: 'Further events like this one at the same time of day, each on its own from then on',
  params: contract.EventPath,
  body: contract.RepeatEvent,
  returns: { 201: contract.RepeatedEvents },
  fails: ['not_found', 'limit_reached', 'role_required', 'too_many_requests'],
  idempotent: true,
  limits: ({ me }) => [{ subject: ofAccount('make_event', me), most: 60, seconds: HOUR }],
})

const soon = () => fail('unexpected')

export const eventRoutes = slice()
  .on(list, soon)
  .on(create, soon)
  .on(one, soon)
  .on(change, soon)
  .on(remove, soon)
  .on(cancel, soon)
  .on(duplicate, soon)
  .on(repeat, soon)
