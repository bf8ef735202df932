import * as contract from '../contract/emails'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf } from '../lib/ids'
import { addressPrefix, ofAccount } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice, type Asked } from '../lib/route'
import { suspendedNow } from '../mail/mail.data'
import * as data from './emails.data'
import { accountIn } from './links'
import { keyedHash } from './secrets'

const HOUR = 3600
const links = ({ headers }: Pick<Asked, 'headers'>) => [
  { subject: `link:${addressPrefix(headers)}`, most: 60, seconds: HOUR },
]

const verifyEmail = route('anyone', {
  method: 'post',
  path: '/auth/verify-email/',
  operationId: 'verifyEmail',
  summary: 'Prove my e-mail address with the link of the mail, or signed in with its six digits',
  body: contract.EmailProof,
  returns: { 200: contract.EmailVerified },
  fails: ['invalid_input', 'not_signed_in', 'not_found', 'too_many_requests'],
  limits: links,
})

const resendVerification = route('signed_in', {
  method: 'post',
  path: '/auth/verify-email/resend/',
  operationId: 'resendVerification',
  summary: 'Another mail with link and digits; the digits before stop working',
  returns: { 204: null },
  fails: ['too_many_requests'],
  limits: ({ me }) => [
    { subject: ofAccount('verify', me), most: 5, seconds: HOUR },
    { subject: ofAccount('verify-daily', me), most: 15, seconds: 24 * HOUR },
  ],
  facts: (db, { me }) => ({ suspended: suspendedNow(db, me) }),
})

function oldLink(): never {
  fail('not_found', { detail: 'This link was used before or is too old.' })
}
function wrongCode(): never {
  fail('not_found', { errors: { code: ['This code is wrong or too old'] } })
}

export const emailRoutes = slice()
  .on(verifyEmail, async (c) => {
    const { db, now, body, visitor } = c.var
    if ('token' in body) {
      const [proven] = await write(db, data.verifyByLink(db, accountIn(body.token), await hashOf(body.token), now))
      if ((proven as unknown[]).length === 0) oldLink()
    } else {
      const { id } = visitor ?? fail('not_signed_in')
      const hash = await keyedHash(c.env, 'email_code', `${id} ${body.code}`)
      const [proven] = await write(db, data.verifyByCode(db, id, hash, now))
      if ((proven as unknown[]).length === 0) wrongCode()
    }
    return c.json({ email_verified: true as const })
  })
  .on(resendVerification, async (c) => {
    const { db, now, account, facts } = c.var
    if (!account.email_verified || facts.suspended.length > 0)
      await write(db, [post(db, { topic: 'email_verification', payload: { account_id: account.id } }, now)])
    return c.body(null, 204)
  })
