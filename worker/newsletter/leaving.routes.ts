import * as contract from '../contract/newsletter'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import { route, slice } from '../lib/route'
import { leaveIt } from './newsletter.data'

/** A mail program posts here by itself, without cookie, page or body of ours (RFC 8058). */
const leave = route('anyone', {
  method: 'post',
  path: '/newsletter/unsubscribe/:token/',
  operationId: 'leaveNewsletter',
  summary: 'No more of it, by one click in a mail program',
  params: contract.NewsletterToken,
  returns: { 200: contract.NewsletterState },
  fails: ['not_found'],
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

export const newsletterLeavingRoutes = slice()
  .on(leave, async (c) => {
    const { db, params, now } = c.var
    const left = await write(db, leaveIt(db, await hashOf(params.token), now))
    if ((left.at(-1) as unknown[]).length === 0) fail('not_found')
    return c.json({ subscribed: false })
  })
  .on(look, (c) => {
    const page = new URL(`/newsletter/unsubscribe?token=${c.var.params.token}`, c.env.PUBLIC_ORIGIN)
    return c.redirect(page.href, 302)
  })
