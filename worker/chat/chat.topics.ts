import { now } from '../lib/clock'
import { unmetered, read } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Topics } from '../lib/outbox'
import { inboxOf } from '../notifications/inbox'
import { aliveSessions } from './chat.data'

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

export const chatTopics: Topics = { session_over: closeDeadSessions }
