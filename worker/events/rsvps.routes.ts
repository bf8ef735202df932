import * as contract from '../contract/events'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'

const HOUR = 3600

const rsvp = route('signed_in', {
  method: 'put',
  path: '/events/:id/rsvp/',
  operationId: 'rsvp',
  summary: 'Go to an event, or wait in its line where it is full; again changes what is named alone',
  params: contract.EventPath,
  body: contract.NewRsvp,
  needs: ['verified_email'],
  returns: { 200: contract.Event },
  fails: ['not_found', 'state_conflict', 'undeliverable', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('rsvp', me), most: 120, seconds: HOUR }],
})

const leave = route('signed_in', {
  method: 'delete',
  path: '/events/:id/rsvp/',
  operationId: 'leaveEvent',
  summary: 'Go no longer, or leave the line; the first who waits goes in the same moment',
  params: contract.EventPath,
  returns: { 204: null },
  fails: ['not_found', 'state_conflict'],
})

const calendar = route('anyone', {
  method: 'get',
  path: '/events/:id/calendar/',
  operationId: 'eventCalendar',
  summary: 'An event as a calendar file, with the link for those who are going',
  params: contract.EventPath,
  returns: { 200: null },
  fails: ['not_found'],
})

const attendees = route('signed_in', {
  method: 'get',
  path: '/events/:id/attendees/',
  operationId: 'eventAttendees',
  summary: 'Who is going, to those who are: where the event shows names, those adults who want to be seen',
  params: contract.EventPath,
  query: contract.AttendeeQuery,
  returns: { 200: contract.AttendeePage },
  fails: ['not_found', 'invalid_input'],
})

const guests = route('organizer', {
  method: 'get',
  path: '/events/:id/guests/',
  operationId: 'eventGuests',
  summary: 'The list to check people in by, in the order in which they asked',
  params: contract.EventPath,
  query: contract.GuestQuery,
  returns: { 200: contract.GuestPage },
  fails: ['not_found', 'invalid_input'],
})

const exported = route('organizer', {
  method: 'get',
  path: '/events/:id/guests/export/',
  operationId: 'exportGuests',
  summary: 'The list as CSV',
  params: contract.EventPath,
  returns: { 200: null },
  fails: ['not_found'],
  rows: 20_000,
})

const attend = route('organizer', {
  method: 'put',
  path: '/events/:id/guests/:guest_id/attendance/',
  operationId: 'checkIn',
  summary: 'Say whether somebody came; null where it is not known after all',
  params: contract.GuestPath,
  body: contract.GuestAttendance,
  returns: { 200: contract.EventGuest },
  fails: ['not_found', 'state_conflict'],
})

const followUp = route('organizer', {
  method: 'post',
  path: '/events/:id/follow-up/',
  operationId: 'followUp',
  summary: 'Write to those who came or to all who are going, twice to each at most',
  params: contract.EventPath,
  body: contract.NewFollowUp,
  needs: ['verified_email'],
  returns: { 201: contract.FollowUp },
  fails: ['not_found', 'state_conflict', 'limit_reached', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('follow_up', me), most: 10, seconds: 24 * HOUR }],
})

const soon = () => fail('unexpected')

export const rsvpRoutes = slice().on(rsvp, soon).on(leave, soon).on(calendar, soon).on(attendees, soon)
export const guestRoutes = slice().on(guests, soon).on(exported, soon).on(attend, soon).on(followUp, soon)
