import * as contract from '../contract/newsletter'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'

const subscribe = route('anyone', {
  method: 'post',
  path: '/newsletter/',
  operationId: 'subscribeToNewsletter',
  summary: 'Ask for the newsletter: a mail asks back. The answer is the same for every address',
  body: contract.NewsletterWish,
  returns: { 202: contract.NewsletterAnswer },
  fails: ['invalid_input', 'too_many_requests'],
})

const confirm = route('anyone', {
  method: 'post',
  path: '/newsletter/confirm/',
  operationId: 'confirmNewsletter',
  summary: 'Confirm with the link of the mail, once, within seven days',
  body: contract.NewsletterToken,
  returns: { 200: contract.NewsletterState },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
})

const unsubscribe = route('anyone', {
  method: 'post',
  path: '/newsletter/unsubscribe/',
  operationId: 'unsubscribeFromNewsletter',
  summary: 'No more of it; again it is the same',
  body: contract.NewsletterToken,
  returns: { 200: contract.NewsletterState },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
})

const mine = route('signed_in', {
  method: 'get',
  path: '/newsletter/mine/',
  operationId: 'myNewsletter',
  summary: 'Whether the newsletter comes to my address',
  returns: { 200: contract.MyNewsletter },
})

const change = route('signed_in', {
  method: 'put',
  path: '/newsletter/mine/',
  operationId: 'changeMyNewsletter',
  summary: 'Take the newsletter, or no longer; my address is proven, so no mail asks back',
  body: contract.MyNewsletterChange,
  needs: ['verified_email'],
  returns: { 200: contract.MyNewsletter },
  fails: ['invalid_input'],
})

const later = () => fail('unexpected')
export const newsletterRoutes = slice()
  .on(subscribe, later)
  .on(confirm, later)
  .on(unsubscribe, later)
  .on(mine, later)
  .on(change, later)
