import type { SQL } from 'drizzle-orm'
import type { Context } from 'hono'
import type { Database, Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newId, newSecret } from '../lib/ids'
import { keepSignedIn } from '../lib/session'
import { accountFrom, userOf } from './accounts.data'
import { deviceOf } from './accounts.rules'
import { newLink } from './links'
import { accountOfSession, openSession } from './sessions.data'
import { openLogin } from './totp.data'

type Caller = Pick<Context, 'req'>

/**
 * A session for this device: the statement that opens it where `when` holds, and the token that only its owner ever
 * sees.
 */
export async function newSession(
  c: Caller,
  db: Database,
  now: Date,
  account_id: string,
  { second_factor = false, when }: { second_factor?: boolean; when?: SQL } = {},
) {
  const token = newSecret()
  const session = newId(now)
  const device = deviceOf(c.req.header('user-agent'))
  const opening = { id: session, token_hash: await hashOf(token), account_id, device, second_factor, now }
  return { token, session, statement: openSession(db, opening, when) }
}

/** What a right first factor leads to; run the statements, last in their batch, and give what came of them to `entered`. */
export type Entrance = { statements: Statement[] } & ({ ticket: string } | { token: string })

/** A session, or where a second factor is on, a ticket that asks for it. */
export async function enter(
  c: Caller,
  db: Database,
  now: Date,
  who: { id: string; totp_enabled_at: Date | null },
  when?: SQL,
): Promise<Entrance> {
  if (who.totp_enabled_at) {
    const { token: ticket, token_hash } = await newLink(who.id)
    return { ticket, statements: [openLogin(db, { ticket_hash: token_hash, account_id: who.id, now }, when)] }
  }
  const { token, session, statement } = await newSession(c, db, now, who.id, when && { when })
  return { token, statements: [statement, accountOfSession(db, session)] }
}

/** The answer to somebody who entered, with the cookie; nobody where what admitted them has ended meanwhile. */
export function entered(c: Context, entrance: Entrance, results: unknown[], now: Date) {
  if ('ticket' in entrance) return { second_factor: 'totp' as const, ticket: entrance.ticket }
  const [row] = results.at(-1) as Parameters<typeof accountFrom>[0][]
  const account = accountFrom(row) ?? fail('invalid_credentials')
  keepSignedIn(c, entrance.token)
  return { token: entrance.token, user: userOf(account, now) }
}
