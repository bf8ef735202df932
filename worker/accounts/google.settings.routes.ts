import * as contract from '../contract/google'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { addressPrefix } from '../lib/limits'
import { route, slice } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { beginGoogle } from './google.begin'
import * as data from './google.data'
import { judgeOwner } from './owner'

const connect = route('signed_in', {
  method: 'post',
  path: '/account/google/',
  operationId: 'connectGoogle',
  summary: 'Begin to connect a Google account to mine: where to go for the consent',
  // An address that nobody proved must not gain a second way in: its real owner would not know of it.
  needs: ['verified_email'],
  body: contract.GoogleConnection,
  returns: { 200: contract.GoogleConsent },
  fails: ['invalid_input', 'recent_sign_in_required', 'state_conflict', 'too_many_requests'],
  limits: ({ headers }) => [{ subject: `google_connect:${addressPrefix(headers)}`, most: 20, seconds: 15 * 60 }],
  facts: (db, { me }) => ({ account: data.accountToLink(db, me) }),
})

const disconnect = route('signed_in', {
  method: 'delete',
  path: '/account/google/',
  operationId: 'disconnectGoogle',
  summary: 'Sign in with this Google account no more; needs a password that stays',
  returns: { 204: null },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me }) => ({ account: data.accountToLink(db, me), identity: data.identityOf(db, me) }),
})

export const googleSettingsRoutes = slice()
  .on(connect, async (c) => {
    const { account, body, facts } = c.var
    await judgeOwner(c.var, facts.account[0]?.password_hash, body.password)
    const location = await beginGoogle(c, { next: null, role: 'student', account_id: account.id })
    return c.json({ location: location ?? fail('state_conflict', { detail: 'Google is not set up here.' }) })
  })
  .on(disconnect, async (c) => {
    const { db, account, now, facts } = c.var
    const [identity] = facts.identity
    if (!identity) fail('not_found')
    if (!facts.account[0]?.password_hash) fail('state_conflict', { detail: 'Set a password first, to have a way in.' })
    const cause = `google_unlinked:${identity.subject}:${now.getTime()}`
    const gone = data.isGone(identity)
    const [removed] = await write(db, [
      data.unlinkIdentity(db, account.id),
      ...notify(
        db,
        { person: account.id, kind: 'google_unlinked', cause, data: { google_email: identity.email } },
        now,
        gone,
      ),
    ])
    if ((removed as unknown[]).length === 0) fail('state_conflict')
    return c.body(null, 204)
  })
