import * as contract from '../contract/newsletter'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

/** A mail program posts here by itself, without cookie, page or body of ours (RFC 8058). */
const leave = route('anyone', {
  method: 'post',
  path: '/newsletter/unsubscribe/:token/',
  operationId: 'leaveNewsletter',
  summary: 'No more of it, by one click in a mail program',
  params: contract.NewsletterToken,
  returns: { 200: contract.NewsletterState },
  fails: ['not_found', 'too_many_requests'],
})

/** Looking at an address changes nothing: programs that look ahead must not end a subscription. */
const look = route('anyone', {
  method: 'get',
  path: '/newsletter/unsubscribe/:token/',
  operationId: 'openNewsletterLeaving',
  summary: 'The page that ends it',
  params: contract.NewsletterToken,
  returns: { 302: null },
})

const later = () => fail('unexpected')
export const newsletterLeavingRoutes = slice().on(leave, later).on(look, later)
