import * as contract from '../contract/newsletter'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { route, slice, type Asked } from '../lib/route'
import * as data from './newsletter.data'
import { addressHash, networkHash } from './newsletter.links'

const HOUR = 3600
const links = ({ headers }: Pick<Asked, 'headers'>) => [
  { subject: `newsletter-link:${addressPrefix(headers)}`, most: 120, seconds: HOUR },
]

const subscribe = route('anyone', {
  method: 'post',
  path: '/newsletter/',
  operationId: 'subscribeToNewsletter',
  summary: 'Ask for the newsletter: a mail asks back. The answer is the same for every address',
  body: contract.NewsletterWish,
  returns: { 202: contract.NewsletterAnswer },
  fails: ['invalid_input', 'too_many_requests'],
  limits: ({ headers }) => [{ subject: `newsletter:${addressPrefix(headers)}`, most: 20, seconds: HOUR }],
})

const confirm = route('anyone', {
  method: 'post',
  path: '/newsletter/confirm/',
  operationId: 'confirmNewsletter',
  summary: 'Confirm with the link of the mail, once, within seven days',
  body: contract.NewsletterToken,
  returns: { 200: contract.NewsletterState },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
  limits: links,
})

const unsubscribe = route('anyone', {
  method: 'post',
  path: '/newsletter/unsubscribe/',
  operationId: 'unsubscribeFromNewsletter',
  summary: 'No more of it; again it is the same',
  body: contract.NewsletterToken,
  returns: { 200: contract.NewsletterState },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
  limits: links,
})

const mine = route('signed_in', {
  method: 'get',
  path: '/newsletter/mine/',
  operationId: 'myNewsletter',
  summary: 'Whether the newsletter comes to my address',
  returns: { 200: contract.MyNewsletter },
  facts: (db, { me }) => ({ rows: data.subscriptionOf(db, me) }),
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

const ANSWER = { message: 'If this address does not have it yet, a mail is on its way: confirm with its link.' }

type Mine = { since: Date | null }[]
const mineFrom = ([row]: Mine, email: string) => ({ subscribed: row !== undefined, since: row?.since ?? null, email })

export const newsletterRoutes = slice()
  .on(subscribe, async (c) => {
    const { db, body, now } = c.var
    const address_hash = await addressHash(c.env, body.email)
    const from = await networkHash(c.env, c.req.raw.headers)
    await write(db, data.askForIt(db, { email: body.email, address_hash, from }, now))
    return c.json(ANSWER, 202)
  })
  .on(confirm, async (c) => {
    const { db, body, now } = c.var
    const from = await networkHash(c.env, c.req.raw.headers)
    const [confirmed] = await write(db, data.confirmByLink(db, await hashOf(body.token), from, now))
    if ((confirmed as unknown[]).length === 0) fail('not_found', { detail: 'This link was used before or is too old.' })
    return c.json({ subscribed: true })
  })
  .on(unsubscribe, async (c) => {
    const { db, body, now } = c.var
    const left = await write(db, data.leaveIt(db, await hashOf(body.token), now))
    if ((left.at(-1) as unknown[]).length === 0) fail('not_found')
    return c.json({ subscribed: false })
  })
  .on(mine, (c) => c.json(mineFrom(c.var.facts.rows, c.var.account.email)))
  .on(change, async (c) => {
    const { db, body, account, now } = c.var
    const address_hash = await addressHash(c.env, account.email)
    const wish = { email: account.email, address_hash, from: await networkHash(c.env, c.req.raw.headers) }
    const acts = body.subscribed ? data.takeIt(db, wish, now) : data.leaveIt(db, address_hash, now)
    const results = await write(db, [...acts, data.subscriptionOf(db, account.id)])
    return c.json(mineFrom(results.at(-1) as Mine, account.email))
  })
