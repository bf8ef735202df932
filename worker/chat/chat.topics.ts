import type { SessionNews } from '../contract/chat'
import { now } from '../lib/clock'
import { unmetered, read, readAll } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Topics } from '../lib/outbox'
import { inboxOf } from '../notifications/inbox'
import { standingBetween } from './blocks.data'
import { aliveSessions } from './alive-sessions.data'
import { conversationOf } from './conversation'
import { membersOfPair, placeOf } from './memberships.data'

/** Closes every socket of the account whose session is not alive any more, within seconds (D10). */
async function closeDeadSessions(env: Environment, { account_id }: { account_id: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const alive = await read(db, aliveSessions(db, account_id, at))
  await inboxOf(env, account_id).keepOnly(
    account_id,
    alive.map(({ id }) => id),
    at.getTime(),
  )
}

/** The conversations of two people hear how they stand now; who was blocked loses the sockets (D10). */
async function tellBlock(env: Environment, pair: { blocker: string; blocked: string }): Promise<void> {
  const db = unmetered(env)
  const as_of = now().getTime()
  const { blocks, rooms } = await readAll(db, standingBetween(db, pair))
  const blocked = blocks.find(({ blocked_account_id }) => blocked_account_id === pair.blocked) ?? blocks[0]
  await Promise.all(rooms.map(({ id }) => conversationOf(env, id).setBlocked(blocked?.blocked_account_id, as_of)))
}

/** Carried again, it is the same message. */
async function tellNews(
  env: Environment,
  { pair, cause, news }: { pair: string; cause: string; news: SessionNews },
): Promise<void> {
  const db = unmetered(env)
  const [room] = await read(db, membersOfPair(db, pair))
  if (room) await conversationOf(env, room.conversation_id).announce(placeOf(room), cause, news)
}

export const chatTopics: Topics = { session_over: closeDeadSessions, block_changed: tellBlock, session_news: tellNews }
