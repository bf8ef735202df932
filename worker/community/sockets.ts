import { Hono } from 'hono'
import { admitSocket, enter } from '../chat/upgrade'
import type { Environment } from '../lib/environment'
import type { Spine } from '../lib/route'
import { announcerOf, type AnnouncerEntrance } from './announcer'

/** Where new posts are announced, below /ws. */
export const communitySockets = new Hono<{ Bindings: Environment; Variables: Spine }>({ strict: false }).get(
  '/community',
  async (c) => {
    const { account } = await admitSocket(c, () => ({}))
    const { id: account_id, session_id } = account
    const entrance: AnnouncerEntrance = { account_id, session_id, admitted_at: c.var.now.getTime() }
    return enter(c, announcerOf(c.env, account_id), entrance)
  },
)
