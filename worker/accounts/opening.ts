import type { Context } from 'hono'
import type { Database } from '../lib/database'
import { hashOf, newId, newSecret } from '../lib/ids'
import { openSession } from './accounts.data'
import { deviceOf } from './accounts.rules'

type Caller = Pick<Context, 'req'>

/** A session for this device: the statement that opens it, and the token that only its owner ever sees. */
export async function newSession(c: Caller, db: Database, now: Date, account_id: string) {
  const token = newSecret()
  const session = newId(now)
  const device = deviceOf(c.req.header('user-agent'))
  return {
    token,
    session,
    statement: openSession(db, { id: session, token_hash: await hashOf(token), account_id, device, now }),
  }
}
