import { Hono } from 'hono'
import { admitSocket, enter } from '../chat/upgrade'
import type { Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import type { Spine } from '../lib/route'
import { entranceOf, isEnterable } from './entrances'
import { meetingOf } from './meeting'
import { roomOf } from './meetings.data'

/** The way into the room of a session, below /ws: the Worker decides who may enter and when, then the object accepts. */
export const meetingSockets = new Hono<{ Bindings: Environment; Variables: Spine }>({ strict: false }).get(
  '/meetings/:booking_id',
  async (c) => {
    const { account, found } = await admitSocket(c, (me) => ({ rows: roomOf(c.var.db, c.req.param('booking_id'), me) }))
    const row = found.rows[0] ?? fail('not_found')
    if (!isEnterable(row, c.var.now)) fail('state_conflict')
    const since = c.req.query('since')
    if (since !== undefined && !/^\d{1,15}$/.test(since))
      fail('invalid_input', { errors: { since: ['The seq of the last message you have'] } })
    const query = since === undefined ? '' : `?since=${since}`
    return enter(c, meetingOf(c.env, row.room_id), entranceOf(row, account, c.var.now), query)
  },
)
