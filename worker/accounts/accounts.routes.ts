import { deleteCookie } from 'hono/cookie'
import * as contract from '../contract/accounts'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newSecret } from '../lib/ids'
import { post } from '../lib/outbox'
import { route, slice } from '../lib/route'
import { SESSION_COOKIE } from '../lib/session'
import * as data from './accounts.data'
import { isStaff, securityFrom } from './security.rules'
import { endSession, endSessions, issueTicket } from './sessions.data'

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

const security = route('signed_in', {
  method: 'get',
  path: '/account/security/',
  operationId: 'mySecurity',
  summary: 'How my account is protected',
  returns: { 200: contract.Security },
  facts: (db, { me }) => ({ mine: data.securityOf(db, me) }),
})

const socketTicket = route('signed_in', {
  method: 'post',
  path: '/auth/socket-ticket/',
  operationId: 'issueSocketTicket',
  summary: 'A ticket that opens one socket within 60 seconds',
  returns: { 201: contract.SocketTicket },
})

export const accountRoutes = slice()
  .on(logout, async (c) => {
    const { db, account, query } = c.var
    const everywhere = query.everywhere === 'true'
    const over = { account_id: account.id, session_id: everywhere ? null : account.session_id }
    await write(db, [
      everywhere ? endSessions(db, account.id) : endSession(db, account.id, account.session_id),
      post(db, { topic: 'session_over', payload: over }, c.var.now),
    ])
    deleteCookie(c, SESSION_COOKIE, { path: '/', secure: true })
    return c.body(null, 204)
  })
  .on(me, (c) => c.json(data.userOf(c.var.account, c.var.now)))
  .on(security, (c) => {
    const [mine] = c.var.facts.mine
    return c.json(mine ? securityFrom(mine, isStaff(c.var.account)) : fail('unexpected'))
  })
  .on(socketTicket, async (c) => {
    const ticket = newSecret()
    const expires_at = new Date(c.var.now.getTime() + 60_000)
    await write(c.var.db, [
      issueTicket(c.var.db, {
        ticket_hash: await hashOf(ticket),
        session_id: c.var.account.session_id,
        expires_at,
      }),
    ])
    return c.json({ ticket, expires_at }, 201)
  })
