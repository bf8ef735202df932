import { deleteCookie } from 'hono/cookie'
import { PageQuery } from '../contract/common'
import * as contract from '../contract/devices'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { post } from '../lib/outbox'
import { route, slice } from '../lib/route'
import { SESSION_COOKIE } from '../lib/session'
import { endSession, sessionsOf } from './sessions.data'

const myDevices = route('signed_in', {
  method: 'get',
  path: '/account/devices/',
  operationId: 'myDevices',
  summary: 'Where I am signed in, last used first',
  query: PageQuery,
  returns: { 200: contract.Devices },
  facts: (db, { me, query, now }) => ({ sessions: sessionsOf(db, me, query, now) }),
})

const signOutDevice = route('signed_in', {
  method: 'delete',
  path: '/account/devices/:id/',
  operationId: 'signOutDevice',
  summary: 'Sign one device out',
  params: contract.DeviceParams,
  returns: { 204: null },
  fails: ['not_found'],
})

export const deviceRoutes = slice()
  .on(myDevices, (c) => {
    const { facts, query, account } = c.var
    const page = pageFrom(facts.sessions, query.limit, ({ seen_at, id }) => [seen_at.getTime(), id])
    const items = page.items.map(({ created_at, seen_at, ...device }) => ({
      ...device,
      created_at: created_at.toISOString(),
      seen_at: seen_at.toISOString(),
      is_this: device.id === account.session_id,
    }))
    return c.json({ items, next_cursor: page.next_cursor })
  })
  .on(signOutDevice, async (c) => {
    const { db, now, params, account } = c.var
    const over = { account_id: account.id, session_id: params.id }
    const [ended] = await write(db, [
      endSession(db, account.id, params.id),
      post(db, { topic: 'session_over', payload: over }, now),
    ])
    if ((ended as unknown[]).length === 0) fail('not_found')
    if (params.id === account.session_id) deleteCookie(c, SESSION_COOKIE, { path: '/', secure: true })
    return c.body(null, 204)
  })
