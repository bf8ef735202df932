import * as z from 'zod'
import * as contract from '../contract/accounts'
import { TERMS_VERSION } from '../contract/accounts.constants'
import { write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice, type Account, type Asked } from '../lib/route'
import { keepSignedIn } from '../lib/session'
import { isZone } from '../lib/zones'
import * as data from './accounts.data'
import { isTooYoung } from './accounts.rules'
import { todayIn } from './age.rules'
import { isEmailTaken } from './emails.data'
import { emailKey } from './emails.rules'
import { newSession } from './opening'
import { hashPassword } from './passwords'
import { COMMON_PASSWORD, isCommonPassword } from './passwords.rules'
import { accountOfSession } from './sessions.data'

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

type Registration = z.output<typeof contract.Registration>
type Caller = Parameters<typeof newSession>[0]

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
    accountOfSession(db, session),
  ]
  return { token, statements }
}

function judgeRegistration(body: Registration, time_zone: string, now: Date): void {
  const errors: Record<string, string[]> = {}
  if (isCommonPassword(body.password)) errors.password = [COMMON_PASSWORD]
  if (!isZone(time_zone)) errors.time_zone = ['Unknown time zone']
  else if (body.date_of_birth && isTooYoung(todayIn(time_zone, now), body.date_of_birth)) {
    errors.date_of_birth = ['AspireX is for people of 13 and older']
  }
  if (Object.keys(errors).length > 0) fail('invalid_input', { errors })
}

/** Runs the batch; a known address makes the whole of it undone. */
async function place(db: Database, statements: Statement[]): Promise<Account> {
  try {
    const results = await write(db, statements)
    const [row] = results.at(-1) as Parameters<typeof data.accountFrom>[0][]
    return data.accountFrom(row) ?? fail('unexpected')
  } catch (error) {
    if (isEmailTaken(error)) fail('email_taken', { errors: { email: ['This e-mail already has an account'] } })
    throw error
  }
}

export const registrationRoutes = slice()
  .on(registerStudent, async (c) => {
    const { token, statements } = await opened(c, c.var.db, c.var.now, c.var.body, false)
    const account = await place(c.var.db, statements)
    keepSignedIn(c, token)
    return c.json(
      {
        message: 'Student registered successfully',
        student_id: account.student_id,
        token,
        user: data.userOf(account, c.var.now),
      },
      201,
    )
  })
  .on(registerMentor, async (c) => {
    const { db, now, body, visitor } = c.var
    if (!('email' in body)) {
      const { id: account_id, time_zone, session_id } = visitor ?? fail('not_signed_in')
      const account = await place(db, [
        ...data.addMentor(db, { account_id, time_zone, now }),
        accountOfSession(db, session_id),
      ])
      return c.json(
        {
          message: 'Mentor registered successfully',
          mentor_id: account.mentor_id,
          user: data.userOf(account, c.var.now),
        },
        201,
      )
    }
    const { token, statements } = await opened(c, db, now, body, true)
    const account = await place(db, statements)
    keepSignedIn(c, token)
    return c.json(
      {
        message: 'Mentor registered successfully',
        mentor_id: account.mentor_id,
        token,
        user: data.userOf(account, c.var.now),
      },
      201,
    )
  })
