import { deleteCookie } from 'hono/cookie'
import * as contract from '../contract/accounts'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newSecret } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice } from '../lib/route'
import { keepSignedIn, SESSION_COOKIE } from '../lib/session'
import * as data from './accounts.data'
import { emailKey } from './accounts.rules'
import { newSession } from './opening'
import { hashPassword, isOutdated, isPassword } from './passwords'

const login = route('anyone', {
  method: 'post',
  path: '/auth/login/',
  operationId: 'logIn',
  summary: 'Sign in with e-mail or display id',
  body: contract.Login,
  returns: { 200: contract.SignedIn },
  fails: ['invalid_credentials', 'invalid_input', 'too_many_requests'],
  // Counted per account and network together, so that a stranger's failures never lock the owner out (A3).
  limits: ({ body, headers }) => {
    const prefix = addressPrefix(headers)
    const whom = body.email ? emailKey(body.email) : body.id
    return [
      { subject: `login:${prefix}:${whom}`, most: 10, seconds: 15 * 60 },
      { subject: `login:${prefix}`, most: 60, seconds: 15 * 60 },
    ]
  },
  facts: (db, { body }) => ({
    known: data.accountForLogin(db, body.email ? { email_key: emailKey(body.email) } : { display_id: body.id ?? '' }),
  }),
})

const logout = route('signed_in', {
  method: 'post',
  path: '/auth/logout/',
  operationId: 'logOut',
  summary: 'End this session, or all of mine',
  query: contract.LogoutQuery,
  returns: { 204: null },
})

const me = route('signed_in', {
  method: 'get',
  path: '/auth/me/',
  operationId: 'me',
  summary: 'Who I am',
  returns: { 200: contract.User },
})

const verifyEmail = route('anyone', {
  method: 'post',
  path: '/auth/verify-email/',
  operationId: 'verifyEmail',
  summary: 'Prove an e-mail address with the token of its link',
  body: contract.EmailProof,
  returns: { 200: contract.EmailVerified },
  fails: ['invalid_input', 'not_found'],
  limits: ({ headers }) => [{ subject: `verify:${addressPrefix(headers)}`, most: 30, seconds: 3600 }],
})

const socketTicket = route('signed_in', {
  method: 'post',
  path: '/auth/socket-ticket/',
  operationId: 'issueSocketTicket',
  summary: 'A ticket that opens one socket within 60 seconds',
  returns: { 201: contract.SocketTicket },
})

export const accountRoutes = slice()
  .on(login, async (c) => {
    const { db, now, body, facts } = c.var
    const [known] = facts.known
    const right = await isPassword(body.password, known?.password_hash)
    const account = data.accountFrom(known)
    if (!right || !account) fail('invalid_credentials')
    const { token, statement } = await newSession(c, db, now, account.id)
    const better = isOutdated(known?.password_hash ?? '')
      ? [data.improveHash(db, account.id, await hashPassword(body.password))]
      : []
    await write(db, [statement, ...better])
    keepSignedIn(c, token)
    return c.json({ token, user: data.userOf(account) })
  })
  .on(logout, async (c) => {
    const { db, account, query } = c.var
    const everywhere = query.everywhere === 'true'
    const over = { account_id: account.id, session_id: everywhere ? null : account.session_id }
    await write(db, [
      everywhere ? data.endSessions(db, account.id) : data.endSession(db, account.session_id),
      post(db, { topic: 'session_over', payload: over }, c.var.now),
    ])
    deleteCookie(c, SESSION_COOKIE, { path: '/', secure: true })
    return c.body(null, 204)
  })
  .on(me, (c) => c.json(data.userOf(c.var.account)))
  .on(verifyEmail, async (c) => {
    const [proven] = await write(c.var.db, data.verifyEmail(c.var.db, await hashOf(c.var.body.token), c.var.now))
    if ((proven as unknown[]).length === 0) fail('not_found', { detail: 'This link was used before or is too old.' })
    return c.json({ email_verified: true as const })
  })
  .on(socketTicket, async (c) => {
    const ticket = newSecret()
    const expires_at = new Date(c.var.now.getTime() + 60_000)
    await write(c.var.db, [
      data.issueTicket(c.var.db, {
        ticket_hash: await hashOf(ticket),
        session_id: c.var.account.session_id,
        expires_at,
      }),
    ])
    return c.json({ ticket, expires_at }, 201)
  })
