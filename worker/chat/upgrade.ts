import { sql, type SQL } from 'drizzle-orm'
import type { Context } from 'hono'
import { identify } from '../accounts/accounts.data'
import { spendTicket } from '../accounts/sessions.data'
import { tokenOf } from '../lib/session'
import { readAll, type Statement } from '../lib/database'
import type { Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import type { Spine } from '../lib/route'
import { ENTRANCE_HEADER } from '../notifications/inbox'

export type Upgrade = Context<{ Bindings: Environment; Variables: Spine }>
type Found<F extends Record<string, Statement>> = { [K in keyof F]: F[K]['_']['result'] }

/**
 * Who asks for a socket, with the facts that decide whether they may have it, in one trip. A one-use ticket stands in
 * for clients that can send neither cookie nor header, and is spent whatever comes of it.
 */
export async function admitSocket<F extends Record<string, Statement>>(c: Upgrade, facts: (me: SQL<string>) => F) {
  const { db } = c.var
  const { me, statements } = await credentialOf(c)
  const found = await readAll(db, { ...facts(me), ...statements } as Record<string, Statement>)
  const account = identify.accountFrom((found.session as unknown[])[0])
  if (!account) fail('not_signed_in')
  return { account, found: found as Found<F> }
}

async function credentialOf(c: Upgrade): Promise<{ me: SQL<string>; statements: Record<string, Statement> }> {
  const { db, now } = c.var
  const ticket = c.req.query('ticket')
  if (ticket !== undefined && c.req.header('authorization') === undefined) {
    const hash = await hashOf(ticket)
    const session = sql`(select session_id from socket_tickets where ticket_hash = ${hash} and expires_at > ${now.getTime()})`
    const me = sql<string>`(select account_id from sessions where id = ${session} and expires_at > ${now.getTime()})`
    return { me, statements: spendTicket(db, hash, now) }
  }
  const hash = await hashOf(tokenOf(c) ?? fail('not_signed_in'))
  return { me: identify.me(hash, now), statements: { session: identify.session(db, hash, now) } }
}

/** Hands an admitted person to the object; it believes the entrance, because only the Worker can write it. */
export function enter(
  c: Upgrade,
  object: { fetch: Fetcher['fetch'] },
  entrance: object,
  query = '',
): Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket')
    fail('invalid_input', { detail: 'Open this address as a WebSocket.' })
  const headers = { upgrade: 'websocket', [ENTRANCE_HEADER]: encodeURIComponent(JSON.stringify(entrance)) }
  return object.fetch(`https://object/${query}`, { headers })
}
