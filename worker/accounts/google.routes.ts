import { deleteCookie } from 'hono/cookie'
import * as contract from '../contract/google'
import { readAll, write } from '../lib/database'
import { report } from '../lib/log'
import { drainOutbox } from '../lib/outbox'
import { route, slice, type Call } from '../lib/route'
import { SESSION_COOKIE } from '../lib/session'
import { emailKey } from './emails.rules'
import { beginGoogle } from './google.begin'
import { begun, forgetBegan, keepPending, type Began } from './google.cookies'
import * as data from './google.data'
import { identityBehind, providerOf, type GoogleIdentity } from './google.provider'
import { ownPage, suggestedName, withQuery } from './google.rules'
import { enter, entered } from './opening'

const ways = route('anyone', {
  method: 'get',
  path: '/auth/ways/',
  operationId: 'signInWays',
  summary: 'How one can sign in here beside e-mail and password',
  returns: { 200: contract.SignInWays },
  shared: true,
})

const start = route('anyone', {
  method: 'get',
  path: '/auth/google/',
  operationId: 'startGoogle',
  summary: 'To the page where Google asks for consent',
  query: contract.GoogleStart,
  returns: { 302: null },
})

const callback = route('anyone', {
  method: 'get',
  path: '/auth/google/callback/',
  operationId: 'returnFromGoogle',
  summary: 'Back from Google: signs in, or leads to the page that is missing for it',
  query: contract.GoogleReturn,
  returns: { 302: null },
})

type Caller = Call<undefined, typeof contract.GoogleReturn, undefined, Record<never, never>>
type Outcome = 'refused' | 'cancelled' | 'unverified' | 'connected' | 'taken'

/** Back to where the person came from, with a word about what happened. */
function back(c: Caller, began: Began | undefined, google: Outcome): Response {
  const next = began?.next ?? null
  return c.redirect(
    began?.account_id ? withQuery('/settings/google', { google }) : withQuery('/login', { google, next }),
  )
}

/** Who came back, or undefined where Google's answer does not hold. */
async function whoCame(c: Caller, began: Began): Promise<GoogleIdentity | undefined> {
  const provider = providerOf(c.env)
  const { code } = c.var.query
  if (!provider || !code) return undefined
  try {
    return await identityBehind(provider, c.env, { code, ties: began, now: c.var.now })
  } catch (error) {
    report('google refused', { request_id: c.var.request_id }, error)
    return undefined
  }
}

/** A known identity comes in. An unknown one is looked up by its address, which proves nothing here yet (A2). */
async function signIn(c: Caller, began: Began, identity: GoogleIdentity): Promise<Response> {
  const { db, now } = c.var
  const found = await readAll(db, {
    known: data.accountBehind(db, identity),
    namesake: data.accountWithAddress(db, emailKey(identity.email)),
  })
  const [account] = found.known
  if (!account) return greet(c, began, identity, found.namesake[0]?.id ?? null)
  if (account.suspended_at) return back(c, began, 'refused')
  const entrance = await enter(c, db, now, account)
  const results = await write(db, [data.rememberAddress(db, identity), ...entrance.statements])
  const answer = entered(c, entrance, results, now)
  // Behind the #, so that the ticket stays in the browser: no server, log or referrer sees it.
  return c.redirect(
    'ticket' in answer ? `${withQuery('/login/code', { next: began.next })}#${answer.ticket}` : onward(began),
  )
}

const onward = ({ next }: Began): string => next ?? '/home'

/** A first time: one page more, to open an account or to prove that the one with this address is theirs. */
async function greet(c: Caller, began: Began, identity: GoogleIdentity, account_id: string | null): Promise<Response> {
  const { issuer, subject, email, name } = identity
  const kind = account_id ? 'link' : 'new'
  const { next, role } = began
  await keepPending(c, { kind, issuer, subject, email, name: suggestedName(name, email), next, role, account_id })
  return c.redirect(withQuery(kind === 'link' ? '/login/google' : '/signup/google', { next }))
}

/** Begun in the settings: the person who is signed in gets a second way to come in. */
async function connect(c: Caller, began: Began, account_id: string, identity: GoogleIdentity): Promise<Response> {
  const { db, now, visitor } = c.var
  if (visitor?.id !== account_id) return back(c, began, 'refused')
  const when = data.isStill(account_id, emailKey(visitor.email))
  const results = await write(db, [
    ...data.linkIdentity(db, { account_id, identity, now }, when),
    data.accountBehind(db, identity),
  ])
  const [owner] = results.at(-1) as { id: string }[]
  c.executionCtx.waitUntil(drainOutbox(c.env))
  return back(c, began, owner?.id === account_id ? 'connected' : 'taken')
}

export const googleRoutes = slice()
  .on(ways, (c) => c.json({ google: providerOf(c.env) !== undefined }))
  .on(start, async (c) => {
    const { next: wanted, as: role = 'student' } = c.var.query
    const next = ownPage(wanted, c.env.PUBLIC_ORIGIN)
    if (c.var.visitor) return c.redirect(next ?? '/home')
    // A session that is over: without its cookie the way back costs one look into the database less.
    deleteCookie(c, SESSION_COOKIE, { path: '/', secure: true })
    const consent = await beginGoogle(c, { next, role, account_id: null })
    return c.redirect(consent ?? withQuery('/login', { google: 'refused', next }))
  })
  .on(callback, async (c) => {
    const { state, error } = c.var.query
    const began = await begun(c)
    if (!began || state !== began.state) return back(c, undefined, 'refused')
    forgetBegan(c)
    if (error) return back(c, began, 'cancelled')
    const identity = await whoCame(c, began)
    if (!identity) return back(c, began, 'refused')
    if (!identity.email_verified) return back(c, began, 'unverified')
    return began.account_id ? connect(c, began, began.account_id, identity) : signIn(c, began, identity)
  })
