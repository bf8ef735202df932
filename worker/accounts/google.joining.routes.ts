import type * as z from 'zod'
import { TERMS_VERSION } from '../contract/accounts.constants'
import { SignedIn } from '../contract/accounts'
import * as contract from '../contract/google'
import { isUniqueClash, write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { route, slice, type Asked } from '../lib/route'
import { isZone } from '../lib/zones'
import { addMentor, createAccount } from './accounts.data'
import { isTooYoung } from './accounts.rules'
import { todayIn } from './age.rules'
import { isEmailTaken } from './emails.data'
import { emailKey } from './emails.rules'
import { forgetPending, pendingOf, shown, TOO_LATE, type Pending } from './google.cookies'
import * as data from './google.data'
import { enter, entered } from './opening'

const pending = route('anyone', {
  method: 'get',
  path: '/auth/google/pending/',
  operationId: 'googlePending',
  summary: 'The Google account that was shown and belongs to no account here yet',
  returns: { 200: contract.GooglePending },
  fails: ['not_found'],
})

const register = route('anyone', {
  method: 'post',
  path: '/auth/google/register/',
  operationId: 'registerWithGoogle',
  summary: 'Open an account for the Google account that was shown',
  body: contract.GoogleRegistration,
  returns: { 201: SignedIn },
  fails: ['invalid_input', 'not_found', 'email_taken', 'too_many_requests'],
  limits: ({ headers }: Pick<Asked, 'headers'>) => [
    { subject: `register:${addressPrefix(headers)}`, most: 10, seconds: 3600 },
  ],
})

function judge({ date_of_birth, time_zone }: z.output<typeof contract.GoogleRegistration>, now: Date): void {
  if (!isZone(time_zone)) fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  if (isTooYoung(todayIn(time_zone, now), date_of_birth))
    fail('invalid_input', { errors: { date_of_birth: ['AspireX is for people of 13 and older'] } })
}

type Wish = z.output<typeof contract.GoogleRegistration>

/** Google vouches for the address, so it counts as proven; there is no password until the person sets one. */
function joined(db: Database, account_id: string, who: Pending, wish: Wish, now: Date): Statement[] {
  const { name, role, date_of_birth, time_zone } = wish
  const { issuer, subject, email } = who
  const account = {
    id: account_id,
    name,
    email,
    email_key: emailKey(email),
    email_verified_at: now,
    password_hash: null,
    terms_version: TERMS_VERSION,
    date_of_birth,
    time_zone,
    now,
  }
  return [
    ...createAccount(db, account),
    ...(role === 'mentor' ? addMentor(db, { account_id, time_zone, now }) : []),
    data.addIdentity(db, { issuer, subject, account_id, email, linked_at: now }),
  ]
}

/** Runs the batch; an address that came to have an account meanwhile makes the whole of it undone. */
async function place(db: Database, statements: Statement[]): Promise<unknown[]> {
  try {
    return await write(db, statements)
  } catch (error) {
    if (isEmailTaken(error) || isUniqueClash(error, 'identities')) fail('email_taken')
    throw error
  }
}

export const googleJoiningRoutes = slice()
  .on(pending, async (c) => {
    const { kind, name, email, role, next } = (await pendingOf(c)) ?? fail('not_found', { detail: TOO_LATE })
    return c.json({ kind, name, email, role, next })
  })
  .on(register, async (c) => {
    const { db, now, body } = c.var
    const who = await shown(c, 'new')
    judge(body, now)
    const account_id = newId(now)
    const entrance = await enter(c, db, now, { id: account_id, totp_enabled_at: null })
    const results = await place(db, [...joined(db, account_id, who, body, now), ...entrance.statements])
    forgetPending(c)
    return c.json(SignedIn.parse(entered(c, entrance, results, now)), 201)
  })
