import { EmailVerified } from '../contract/emails'
import * as contract from '../contract/passwords'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import { addressPrefix, countTry, isWithin, ofAccount } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { emailKey } from './emails.rules'
import { accountIn } from './links'
import { judgeOwner } from './owner'
import { hashPassword } from './passwords'
import * as data from './passwords.data'
import { COMMON_PASSWORD, isCommonPassword } from './passwords.rules'
import { endProofs } from './proofs.data'
import { endSessions } from './sessions.data'

const HOUR = 3600

const requestReset = route('anyone', {
  method: 'post',
  path: '/auth/password-reset/',
  operationId: 'requestPasswordReset',
  summary: 'Mail a link that sets a new password, where the address is known',
  body: contract.ResetWish,
  returns: { 202: contract.ResetAsked },
  fails: ['invalid_input', 'too_many_requests'],
  limits: ({ body, headers }) => {
    const prefix = addressPrefix(headers)
    return [
      { subject: `reset:${prefix}:${emailKey(body.email)}`, most: 5, seconds: HOUR },
      { subject: `reset:${prefix}`, most: 20, seconds: HOUR },
    ]
  },
  facts: (db, { body }) => ({ known: data.accountByEmail(db, emailKey(body.email)) }),
})

const resetPassword = route('anyone', {
  method: 'post',
  path: '/auth/password-reset/confirm/',
  operationId: 'resetPassword',
  summary: 'Set a new password with the link of the mail; every device is signed out',
  body: contract.PasswordReset,
  returns: { 200: EmailVerified },
  fails: ['invalid_input', 'not_found', 'too_many_requests'],
  limits: ({ headers }) => [{ subject: `reset-link:${addressPrefix(headers)}`, most: 30, seconds: HOUR }],
  facts: (db, { body, now }) => ({ open: data.resetsOf(db, accountIn(body.token), now) }),
})

const changePassword = route('signed_in', {
  method: 'post',
  path: '/account/password/',
  operationId: 'changePassword',
  summary: 'Change my password, or set a first one; other devices are signed out',
  body: contract.PasswordChange,
  returns: { 200: contract.PasswordChanged },
  fails: ['invalid_input', 'recent_sign_in_required', 'state_conflict', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('password', me), most: 10, seconds: HOUR / 4 }],
  facts: (db, { me }) => ({ mine: data.passwordOf(db, me) }),
})

function oldLink(): never {
  fail('not_found', { detail: 'This link was used before or is too old.' })
}
const judgeNew = (password: string) => {
  if (isCommonPassword(password)) fail('invalid_input', { errors: { password: [COMMON_PASSWORD] } })
}

export const passwordRoutes = slice()
  .on(requestReset, async (c) => {
    const { db, now, body, facts } = c.var
    // A stranger who asks again and again fills no mailbox: the links of this hour work until it is over.
    const mails = { subject: `reset-mail:${emailKey(body.email)}`, most: 10, seconds: HOUR }
    const account_id = facts.known[0]?.id ?? ''
    // The same statements for known and unknown addresses, so that both take as long (A3).
    const when = data.isKnown(account_id, isWithin(mails, now))
    const task = { topic: 'password_reset', payload: { account_id } }
    await write(db, [countTry(db, mails, now), post(db, task, now, when)])
    return c.json({}, 202)
  })
  .on(resetPassword, async (c) => {
    const { db, now, body, facts } = c.var
    judgeNew(body.password)
    const hash = await hashOf(body.token)
    if (!facts.open.some(({ token_hash }) => token_hash === hash)) oldLink()
    const person = accountIn(body.token)
    const password = await hashPassword(body.password)
    const isDone = data.passwordIs(person, password)
    const [done] = await write(db, [
      data.setPassword(db, person, password, now, data.resetIs(person, hash, now)),
      data.proveAddress(db, person, now, isDone),
      endSessions(db, person, { when: isDone }),
      post(db, { topic: 'session_over', payload: { account_id: person, session_id: null } }, now, isDone),
      ...notify(db, { person, kind: 'password_changed', cause: `password:${now.getTime()}`, data: {} }, now, isDone),
      ...endProofs(db, person, isDone),
    ])
    if ((done as unknown[]).length === 0) oldLink()
    return c.json({ email_verified: true as const })
  })
  .on(changePassword, async (c) => {
    const { db, now, body, account, facts } = c.var
    judgeNew(body.password)
    const before = facts.mine[0]?.password_hash ?? null
    await judgeOwner(c.var, before, body.current_password, 'current_password')
    const password = await hashPassword(body.password)
    const person = account.id
    const isDone = data.passwordIs(person, password)
    const [changed] = await write(db, [
      data.setPassword(db, person, password, now, data.passwordIs(person, before)),
      endSessions(db, person, { but: account.session_id, when: isDone }),
      post(db, { topic: 'session_over', payload: { account_id: person, session_id: null } }, now, isDone),
      ...notify(db, { person, kind: 'password_changed', cause: `password:${now.getTime()}`, data: {} }, now, isDone),
      ...endProofs(db, person, isDone),
    ])
    if ((changed as unknown[]).length === 0) fail('state_conflict')
    return c.json({ password_changed_at: now.toISOString() })
  })
