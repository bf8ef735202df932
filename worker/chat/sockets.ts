import { Hono } from 'hono'
import { judgeNeeds } from '../lib/admission'
import { write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { TO_REACH_OTHERS, type Spine } from '../lib/route'
import { inboxOf, type InboxEntrance } from '../notifications/inbox'
import { unreadOf } from '../notifications/notifications.data'
import { conversationOf } from './conversation'
import * as data from './memberships.data'
import { counterpart, openConversation } from './opening.data'
import { admitSocket, enter, type Upgrade } from './upgrade'

/** The three upgrades, below /ws. The Worker decides who may enter, then the object accepts. */
export const sockets = new Hono<{ Bindings: Environment; Variables: Spine }>({ strict: false })
  .get('/inbox', async (c) => {
    const { account, found } = await admitSocket(c, (me) => ({ count: unreadOf(c.var.db, me) }))
    const entrance: InboxEntrance = {
      account_id: account.id,
      session_id: account.session_id,
      unread: found.count[0]?.unread ?? 0,
      admitted_at: c.var.now.getTime(),
    }
    return enter(c, inboxOf(c.env, account.id), entrance)
  })
  .get('/conversations/:id', async (c) => {
    const { account, found } = await admitSocket(c, (me) => ({
      mine: data.membership(c.var.db, c.req.param('id'), me),
    }))
    judgeNeeds(TO_REACH_OTHERS, account)
    return enterConversation(c, account, found.mine[0])
  })
  .get('/chat/:user1_id/:user2_id', async (c) => {
    const { db, now } = c.var
    const [one, two] = [c.req.param('user1_id'), c.req.param('user2_id')]
    const { account, found } = await admitSocket(c, (me) => ({
      first: counterpart(db, me, one, now),
      second: counterpart(db, me, two, now),
      with_first: data.membershipWith(db, me, one),
      with_second: data.membershipWith(db, me, two),
    }))
    judgeNeeds(TO_REACH_OTHERS, account)
    const [first, second] = [found.first[0], found.second[0]]
    if (!first || !second || Boolean(first.is_me) === Boolean(second.is_me)) fail('not_found')
    // The ids say who is the mentor and who the student; two of a kind say nothing.
    if (first.role === second.role) fail('not_found')
    const [other, display_id, existing] = first.is_me
      ? [second, two, found.with_second[0]]
      : [first, one, found.with_first[0]]
    if (existing) return enterConversation(c, account, existing)
    if (!other.may_begin) fail('not_found')
    if (other.blocked) fail('undeliverable')
    const opening = [
      ...openConversation(db, account.id, other, newId(now), now),
      data.membershipWith(db, account.id, display_id),
    ]
    const [made] = (await write(db, opening)).at(-1) as typeof found.with_first
    return enterConversation(c, account, made)
  })

/** Where a client that comes back stands. */
const STANDS = { since: 'The seq of the last message you have', rev: 'The last rev you have' }

type Who = Parameters<typeof data.entranceOf>[1]

function enterConversation(
  c: Upgrade,
  who: Who,
  row: Parameters<typeof data.entranceOf>[0] | undefined,
): Promise<Response> {
  if (!row) fail('not_found')
  const from = new URLSearchParams()
  for (const [name, what] of Object.entries(STANDS)) {
    const value = c.req.query(name)
    if (value === undefined) continue
    if (!/^\d{1,15}$/.test(value)) fail('invalid_input', { errors: { [name]: [what] } })
    from.set(name, value)
  }
  const query = from.size > 0 ? `?${from}` : ''
  return enter(c, conversationOf(c.env, row.conversation_id), data.entranceOf(row, who, c.var.now), query)
}
