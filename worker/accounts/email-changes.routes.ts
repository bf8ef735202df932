import * as contract from '../contract/emails'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newId } from '../lib/ids'
import { addressPrefix, ofAccount } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice, type Asked } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import * as data from './emails.data'
import { emailKey, UNDO_HOURS, WISH_HOURS } from './emails.rules'
import { accountIn } from './links'
import { judgeOwner } from './owner'
import { passwordOf } from './passwords.data'
import { endProofs } from './proofs.data'
import { takeBack } from './undos.data'

const HOUR = 3600
const links = ({ headers }: Pick<Asked, 'headers'>) => [
  { subject: `move:${addressPrefix(headers)}`, most: 60, seconds: HOUR },
]
const inHours = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR * 1000)

const changeEmail = route('signed_in', {
  method: 'post',
  path: '/account/email/',
  operationId: 'changeEmail',
  summary: 'Ask for another e-mail address; nothing changes before the link that is mailed there is opened',
  body: contract.EmailChange,
  returns: { 202: contract.EmailChangeAsked },
  fails: ['invalid_input', 'recent_sign_in_required', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('email', me), most: 10, seconds: HOUR }],
  facts: (db, { me }) => ({ mine: passwordOf(db, me) }),
})

const confirmEmailChange = route('anyone', {
  method: 'post',
  path: '/auth/email-change/confirm/',
  operationId: 'confirmEmailChange',
  summary: 'Use the new address from now on; the old one is told and can take it back',
  body: contract.EmailLink,
  returns: { 200: contract.EmailChanged },
  fails: ['invalid_input', 'not_found', 'email_taken', 'too_many_requests'],
  limits: links,
  facts: (db, { body, now }) => ({ wish: data.wishOf(db, accountIn(body.token), now) }),
})

const undoEmailChange = route('anyone', {
  method: 'post',
  path: '/auth/email-change/undo/',
  operationId: 'undoEmailChange',
  summary: 'The old address returns, every device is signed out and a new password is needed',
  body: contract.EmailLink,
  returns: { 200: contract.EmailChanged },
  fails: ['invalid_input', 'not_found', 'email_taken', 'too_many_requests'],
  limits: links,
  facts: (db, { body, now }) => ({ undos: data.undosOf(db, accountIn(body.token), now) }),
})

function oldLink(): never {
  fail('not_found', { detail: 'This link was used before or is too old.' })
}

/** The address was free when the link was mailed; somebody may have been quicker. */
async function unlessTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (data.isEmailTaken(error)) fail('email_taken')
    throw error
  }
}

export const emailChangeRoutes = slice()
  .on(changeEmail, async (c) => {
    const { db, now, body, account, facts } = c.var
    const email_key = emailKey(body.email)
    await judgeOwner(c.var, facts.mine[0]?.password_hash, body.password)
    if (email_key === emailKey(account.email)) fail('invalid_input', { errors: { email: ['This is your address'] } })
    const wish = { id: newId(now), account_id: account.id, email: body.email, email_key }
    await write(db, [
      ...data.wishEmail(db, { ...wish, expires_at: inHours(now, WISH_HOURS) }),
      post(db, { topic: 'email_change', payload: { id: wish.id, account_id: account.id } }, now),
    ])
    return c.json({}, 202)
  })
  .on(confirmEmailChange, async (c) => {
    const { db, now, body, facts } = c.var
    const [wish] = facts.wish
    if (!wish || wish.token_hash !== (await hashOf(body.token))) oldLink()
    const { account_id: person, email: new_email } = wish
    const is = data.wishIs(wish, now)
    const undo = { id: newId(now), account_id: person, expires_at: inHours(now, UNDO_HOURS) }
    const [, changed] = await unlessTaken(
      write(db, [
        data.keepOldEmail(db, undo, now, is),
        data.setEmail(db, wish, now, is),
        post(db, { topic: 'email_change_notice', payload: { id: undo.id } }, now, is),
        ...notify(db, { person, kind: 'email_changed', cause: `email:${wish.id}`, data: { new_email } }, now, is),
        ...endProofs(db, person, data.hasEmail(wish, now)),
      ]),
    )
    if ((changed as unknown[]).length === 0) oldLink()
    return c.json({ email: new_email })
  })
  .on(undoEmailChange, async (c) => {
    const { db, now, body, facts } = c.var
    const hash = await hashOf(body.token)
    const undo = facts.undos.find(({ token_hash }) => token_hash === hash) ?? oldLink()
    const { account_id: person, email: new_email } = undo
    const is = data.undoIs(undo)
    const [back] = await unlessTaken(
      write(db, [
        ...takeBack(db, undo, now),
        post(db, { topic: 'session_over', payload: { account_id: person, session_id: null } }, now, is),
        ...notify(db, { person, kind: 'email_changed', cause: `email:undo:${undo.id}`, data: { new_email } }, now, is),
        data.endUndos(db, undo, is),
      ]),
    )
    if ((back as unknown[]).length === 0) oldLink()
    return c.json({ email: undo.email })
  })
