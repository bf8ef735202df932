import { deleteCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import * as contract from '../contract/accounts'
import { TERMS_VERSION } from '../contract/accounts.constants'
import { addressPrefix } from '../lib/limits'
import { isUniqueClash, write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newId, newSecret } from '../lib/ids'
import { SESSION_COOKIE } from '../lib/admission'
import { post } from '../lib/outbox'
import { route, slice, type Account, type Asked } from '../lib/route'
import { isZone, zones } from '../lib/zones'
import { wallTimeOf } from '../contract/zone'
import * as data from './accounts.data'
import { deviceOf, emailKey, isCommonPassword, isTooYoung } from './accounts.rules'
import { hashPassword, isOutdated, isPassword } from './passwords'

const HOUR = 3600
const registrations = ({ headers }: Pick<Asked, 'headers'>) => [
  { subject: `register:${addressPrefix(headers)}`, most: 10, seconds: HOUR },
]

const registerStudent = route('anyone', {
  method: 'post',
  path: '/auth/student/register/',
  operationId: 'registerStudent',
  summary: 'Open an account',
  body: contract.Registration,
  returns: { 201: contract.StudentRegistered },
  fails: ['invalid_input', 'email_taken', 'too_many_requests'],
  limits: registrations,
})

const registerMentor = route('anyone', {
  method: 'post',
  path: '/auth/mentor/register/',
  operationId: 'registerMentor',
  summary: 'Open an account as a mentor, or add the mentor role to mine',
  body: z.union([contract.Registration, contract.MentorAddition]),
  returns: { 201: contract.MentorRegistered },
  fails: ['invalid_input', 'email_taken', 'too_many_requests'],
  limits: registrations,
})

const login = route('anyone', {
  method: 'post',
  path: '/auth/login/',
  operationId: 'logIn',
  summary: 'Sign in with e-mail or display id',
  body: contract.Login,
  returns: { 200: contract.SignedIn },
  fails: ['invalid_credentials', 'invalid_input', 'too_many_requests'],
  // Counted per account and network together, so that a stranger's failures never lock the owner out (A3).
  limits: ({ body, headers }) => {
    const prefix = addressPrefix(headers)
    const whom = body.email ? emailKey(body.email) : body.id
    return [
      { subject: `login:${prefix}:${whom}`, most: 10, seconds: 15 * 60 },
      { subject: `login:${prefix}`, most: 60, seconds: 15 * 60 },
    ]
  },
  facts: (db, { body }) => ({
    known: data.accountForLogin(db, body.email ? { email_key: emailKey(body.email) } : { display_id: body.id ?? '' }),
  }),
})

const logout = route('signed_in', {
  method: 'post',
  path: '/auth/logout/',
  operationId: 'logOut',
  summary: 'End this session, or all of mine',
  query: contract.LogoutQuery,
  returns: { 204: null },
})

const me = route('signed_in', {
  method: 'get',
  path: '/auth/me/',
  operationId: 'me',
  summary: 'Who I am',
  returns: { 200: contract.User },
})

const verifyEmail = route('anyone', {
  method: 'post',
  path: '/auth/verify-email/',
  operationId: 'verifyEmail',
  summary: 'Prove an e-mail address with the token of its link',
  body: contract.EmailProof,
  returns: { 200: contract.EmailVerified },
  fails: ['invalid_input', 'not_found'],
  limits: ({ headers }) => [{ subject: `verify:${addressPrefix(headers)}`, most: 30, seconds: HOUR }],
})

const socketTicket = route('signed_in', {
  method: 'post',
  path: '/auth/socket-ticket/',
  operationId: 'issueSocketTicket',
  summary: 'A ticket that opens one socket within 60 seconds',
  returns: { 201: contract.SocketTicket },
})

type Registration = z.output<typeof contract.Registration>
type Caller = Parameters<typeof setCookie>[0]

/** Statements of a new account with its first session, and the token of that session. */
async function opened(c: Caller, db: Database, now: Date, body: Registration, mentor: boolean) {
  const time_zone = body.time_zone ?? 'UTC'
  judgeRegistration(body, time_zone, now)
  const account_id = newId(now)
  const { token, session, statement } = await newSession(c, db, now, account_id)
  const account = {
    id: account_id,
    name: body.name,
    email: body.email,
    email_key: emailKey(body.email),
    password_hash: await hashPassword(body.password),
    terms_version: TERMS_VERSION,
    date_of_birth: body.date_of_birth ?? null,
    time_zone,
    now,
  }
  const statements = [
    ...data.createAccount(db, account),
    ...(mentor ? data.addMentor(db, { account_id, time_zone, now }) : []),
    statement,
    post(db, { topic: 'email_verification', payload: { account_id } }, now),
    data.accountOfSession(db, session),
  ]
  return { token, statements }
}

const todayIn = (time_zone: string, now: Date): string => wallTimeOf(zones.zone(time_zone), now.getTime()).date

function judgeRegistration(body: Registration, time_zone: string, now: Date): void {
  const errors: Record<string, string[]> = {}
  if (isCommonPassword(body.password)) errors.password = ['This password is among the most common ones. Choose another']
  if (!isZone(time_zone)) errors.time_zone = ['Unknown time zone']
  else if (body.date_of_birth && isTooYoung(todayIn(time_zone, now), body.date_of_birth)) {
    errors.date_of_birth = ['AspireX is for people of 13 and older']
  }
  if (Object.keys(errors).length > 0) fail('invalid_input', { errors })
}

async function newSession(c: Caller, db: Database, now: Date, account_id: string) {
  const token = newSecret()
  const session = newId(now)
  const device = deviceOf(c.req.header('user-agent'))
  return {
    token,
    session,
    statement: data.openSession(db, { id: session, token_hash: await hashOf(token), account_id, device, now }),
  }
}

/** Runs the batch; a known address makes the whole of it undone. */
async function place(db: Database, statements: Statement[]): Promise<Account> {
  try {
    const results = await write(db, statements)
    const [row] = results.at(-1) as Parameters<typeof data.accountFrom>[0][]
    return data.accountFrom(row) ?? fail('unexpected')
  } catch (error) {
    if (isUniqueClash(error, 'accounts'))
      fail('email_taken', { errors: { email: ['This e-mail already has an account'] } })
    throw error
  }
}

const remember = (c: Caller, token: string): void =>
  setCookie(c, SESSION_COOKIE, token, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: 30 * 86_400 })

export const accountRoutes = slice()
  .on(registerStudent, async (c) => {
    const { token, statements } = await opened(c, c.var.db, c.var.now, c.var.body, false)
    const account = await place(c.var.db, statements)
    remember(c, token)
    return c.json(
      { message: 'Student registered successfully', student_id: account.student_id, token, user: data.userOf(account) },
      201,
    )
  })
  .on(registerMentor, async (c) => {
    const { db, now, body, visitor } = c.var
    if (!('email' in body)) {
      const { id: account_id, time_zone, session_id } = visitor ?? fail('not_signed_in')
      const account = await place(db, [
        ...data.addMentor(db, { account_id, time_zone, now }),
        data.accountOfSession(db, session_id),
      ])
      return c.json(
        { message: 'Mentor registered successfully', mentor_id: account.mentor_id, user: data.userOf(account) },
        201,
      )
    }
    const { token, statements } = await opened(c, db, now, body, true)
    const account = await place(db, statements)
    remember(c, token)
    return c.json(
      { message: 'Mentor registered successfully', mentor_id: account.mentor_id, token, user: data.userOf(account) },
      201,
    )
  })
  .on(login, async (c) => {
    const { db, now, body, facts } = c.var
    const [known] = facts.known
    const right = await isPassword(body.password, known?.password_hash)
    const account = data.accountFrom(known)
    if (!right || !account) fail('invalid_credentials')
    const { token, statement } = await newSession(c, db, now, account.id)
    const better = isOutdated(known?.password_hash ?? '')
      ? [data.improveHash(db, account.id, await hashPassword(body.password))]
      : []
    await write(db, [statement, ...better])
    remember(c, token)
    return c.json({ token, user: data.userOf(account) })
  })
  .on(logout, async (c) => {
    const { db, account, query } = c.var
    const everywhere = query.everywhere === 'true'
    const over = { account_id: account.id, session_id: everywhere ? null : account.session_id }
    await write(db, [
      everywhere ? data.endSessions(db, account.id) : data.endSession(db, account.session_id),
      post(db, { topic: 'session_over', payload: over }, c.var.now),
    ])
    deleteCookie(c, SESSION_COOKIE, { path: '/', secure: true })
    return c.body(null, 204)
  })
  .on(me, (c) => c.json(data.userOf(c.var.account)))
  .on(verifyEmail, async (c) => {
    const [proven] = await write(c.var.db, data.verifyEmail(c.var.db, await hashOf(c.var.body.token), c.var.now))
    if ((proven as unknown[]).length === 0) fail('not_found', { detail: 'This link was used before or is too old.' })
    return c.json({ email_verified: true as const })
  })
  .on(socketTicket, async (c) => {
    const ticket = newSecret()
    const expires_at = new Date(c.var.now.getTime() + 60_000)
    await write(c.var.db, [
      data.issueTicket(c.var.db, {
        ticket_hash: await hashOf(ticket),
        session_id: c.var.account.session_id,
        expires_at,
      }),
    ])
    return c.json({ ticket, expires_at }, 201)
  })
