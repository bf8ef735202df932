import * as contract from '../contract/google'
import { LoggedIn } from '../contract/totp'
import { write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice, type Asked } from '../lib/route'
import { emailKey } from './emails.rules'
import { claimedAccount, forgetPending, shown } from './google.cookies'
import * as data from './google.data'
import { accountIn } from './links'
import { enter, entered } from './opening'
import { isPassword } from './passwords'

const tries =
  (what: string, most: number) =>
  ({ headers }: Pick<Asked, 'headers'>) => [{ subject: `${what}:${addressPrefix(headers)}`, most, seconds: 15 * 60 }]

const link = route('anyone', {
  method: 'post',
  path: '/auth/google/link/',
  operationId: 'linkGoogle',
  summary: 'Connect the Google account that was shown, proven by the password of the account with its address',
  body: contract.GoogleLink,
  returns: { 200: LoggedIn },
  fails: ['invalid_credentials', 'not_found', 'too_many_requests'],
  limits: tries('google_link', 10),
  facts: (db, { headers }) => ({ account: data.accountToLink(db, claimedAccount(headers)) }),
})

const mailLink = route('anyone', {
  method: 'post',
  path: '/auth/google/link/mail/',
  operationId: 'mailGoogleLink',
  summary: 'Mail a link that connects the Google account that was shown to the account with its address',
  returns: { 202: contract.GoogleLinkMailed },
  fails: ['not_found', 'too_many_requests'],
  limits: tries('google_link_mail', 5),
})

const confirmLink = route('anyone', {
  method: 'post',
  path: '/auth/google/link/confirm/',
  operationId: 'confirmGoogleLink',
  summary: 'Connect a Google account by the link that was mailed',
  body: contract.GoogleLinkProof,
  returns: { 200: contract.GoogleLinked },
  fails: ['not_found', 'too_many_requests'],
  limits: tries('google_link_confirm', 30),
  facts: (db, { body, now }) => ({ links: data.linksOf(db, accountIn(body.token), now) }),
})

interface Proof {
  account_id: string
  identity: data.Identity
  now: Date
  knows_password: boolean
  /** The address was proven before, so nobody else can have prepared this account. */
  was_proven: boolean
}
const afterLinking = (db: Database, proof: Proof): Statement[] =>
  proof.was_proven ? [] : data.clearWhatCameBefore(db, proof)

export const googleLinkingRoutes = slice()
  .on(link, async (c) => {
    const { db, now, body, facts } = c.var
    const identity = await shown(c, 'link')
    const [account] = facts.account
    const right = await isPassword(body.password, account?.password_hash)
    if (!right || !account || account.id !== identity.account_id) fail('invalid_credentials')
    const proof = { account_id: account.id, identity, now, knows_password: true }
    const entrance = await enter(c, db, now, account, data.belongsTo(account.id, identity))
    const results = await write(db, [
      ...data.linkIdentity(db, proof, data.isStill(account.id, emailKey(identity.email))),
      ...afterLinking(db, { ...proof, was_proven: account.email_verified_at !== null }),
      ...entrance.statements,
    ])
    forgetPending(c)
    return c.json(entered(c, entrance, results, now))
  })
  .on(mailLink, async (c) => {
    const { db, now } = c.var
    const { account_id, issuer, subject, email } = await shown(c, 'link')
    await write(db, [post(db, { topic: 'google_link', payload: { account_id, issuer, subject, email } }, now)])
    return c.json({ email }, 202)
  })
  .on(confirmLink, async (c) => {
    const { db, now, body, facts } = c.var
    const token_hash = await hashOf(body.token)
    const link = facts.links.find((one) => one.token_hash === token_hash) ?? fail('not_found', { detail: TOO_LATE })
    const { account_id, issuer, subject, google_email } = link
    const proof = { account_id, identity: { issuer, subject, email: google_email }, now, knows_password: false }
    const linking = data.linkIdentity(db, proof, data.linkIs(link))
    const results = await write(db, [
      ...linking,
      data.spendLink(db, token_hash, data.belongsTo(account_id, proof.identity)),
      ...afterLinking(db, { ...proof, was_proven: link.email_verified_at !== null }),
    ])
    const spent = results[linking.length] as unknown[]
    if (spent.length === 0) fail('not_found', { detail: TOO_LATE })
    return c.json({ google_email })
  })

const TOO_LATE = 'This link was used before or is too old.'
