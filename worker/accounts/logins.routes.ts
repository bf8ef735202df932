import { Login, SignedIn } from '../contract/accounts'
import * as contract from '../contract/totp'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { route, slice } from '../lib/route'
import { accountForLogin, accountFrom } from './accounts.data'
import { proofOf } from './codes'
import { emailKey } from './emails.rules'
import { accountIn } from './links'
import { enter, entered, newSession } from './opening'
import { hashPassword, isOutdated, isPassword } from './passwords'
import { improveHash, passwordIs } from './passwords.data'
import { accountOfSession } from './sessions.data'
import * as data from './totp.data'
import { DAILY_TRIES, TICKET_TRIES } from './totp.rules'

const QUARTER = 15 * 60

const logIn = route('anyone', {
  method: 'post',
  path: '/auth/login/',
  operationId: 'logIn',
  summary: 'Sign in with e-mail or display id; where a second factor is on, a ticket asks for it',
  body: Login,
  returns: { 200: contract.LoggedIn },
  fails: ['invalid_credentials', 'invalid_input', 'too_many_requests'],
  // Counted per account and network together, so that a stranger's failures never lock the owner out (A3).
  limits: ({ body, headers }) => {
    const prefix = addressPrefix(headers)
    const whom = body.email ? emailKey(body.email) : body.id
    return [
      { subject: `login:${prefix}:${whom}`, most: 10, seconds: QUARTER },
      { subject: `login:${prefix}`, most: 60, seconds: QUARTER },
    ]
  },
  facts: (db, { body }) => ({
    known: accountForLogin(db, body.email ? { email_key: emailKey(body.email) } : { display_id: body.id ?? '' }),
  }),
})

const logInWithCode = route('anyone', {
  method: 'post',
  path: '/auth/login/totp/',
  operationId: 'logInWithCode',
  summary: 'Finish signing in with a code of the authenticator or a recovery code',
  body: contract.TotpLogin,
  returns: { 200: SignedIn },
  fails: ['invalid_credentials', 'invalid_input', 'not_found', 'too_many_requests'],
  limits: ({ headers }) => [{ subject: `totp:${addressPrefix(headers)}`, most: 60, seconds: QUARTER }],
  facts: (db, { body }) => ({ owner: data.protectionOf(db, accountIn(body.ticket)) }),
})

/** The same password under today's parameters, where it was hashed with others. */
async function improved(db: Database, account_id: string, password: string, hash: string) {
  return isOutdated(hash) ? [improveHash(db, account_id, hash, await hashPassword(password))] : []
}

/** Why nobody entered: the sign-in is over, too much was guessed today, or the code is wrong. */
function refuse(tries: number | undefined, ofToday: number): never {
  if (tries === undefined || tries > TICKET_TRIES)
    fail('not_found', { detail: 'This sign-in has ended. Begin again with your password.' })
  if (ofToday > DAILY_TRIES)
    fail('too_many_requests', { detail: 'Too many wrong codes today. Choose a new password by e-mail to go on.' })
  const errors = { code: ['This code is not right, or it was used before'] }
  fail('invalid_credentials', { detail: 'The code is not right.', errors })
}

export const loginRoutes = slice()
  .on(logIn, async (c) => {
    const { db, now, body, facts } = c.var
    const [known] = facts.known
    const right = await isPassword(body.password, known?.password_hash)
    const account = accountFrom(known)
    if (!right || !known?.password_hash || !account) fail('invalid_credentials')
    const entrance = await enter(c, db, now, known, passwordIs(known.id, known.password_hash))
    const better = await improved(db, known.id, body.password, known.password_hash)
    // The better hash comes last: the entrance holds only as long as the one that was compared stands.
    const results = await write(db, [...entrance.statements, ...better])
    return c.json(entered(c, entrance, results.slice(0, entrance.statements.length), now))
  })
  .on(logInWithCode, async (c) => {
    const { db, now, body, facts } = c.var
    const owner = facts.owner[0]?.totp_enabled_at ? facts.owner[0] : refuse(undefined, 0)
    const ticket = await hashOf(body.ticket)
    const proof = await proofOf(c.env, db, now, owner, body.code)
    const when = data.mayEnter(ticket, owner.id, proof, now)
    const { token, session, statement } = await newSession(c, db, now, owner.id, { second_factor: true, when })
    const isIn = data.sessionIsOpen(session)
    const [tried, today, , entrance] = (await write(db, [
      data.countLoginTry(db, ticket, owner.id, now),
      data.triesOf(db, owner.id, now),
      statement,
      accountOfSession(db, session),
      data.endLogin(db, ticket, isIn),
      ...(proof?.spend(isIn) ?? []),
    ])) as [Tries, Tries, unknown, unknown[]]
    if (entrance.length === 0) refuse(tried[0]?.tries, today[0]?.tries ?? 0)
    return c.json(entered(c, { token, statements: [] }, [entrance], now))
  })

type Tries = { tries: number }[]
