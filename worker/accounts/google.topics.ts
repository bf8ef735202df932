import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import type { Jobs } from '../lib/jobs'
import type { Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import { emailKey } from './emails.rules'
import { accountToMail, forgetLinks, keepLink, type Identity } from './google.data'
import { newLink } from './links'

const HOUR = 3_600_000

/** The link is made at the moment of sending, so nothing stored holds a usable one. */
async function mailLink(
  env: Environment,
  { account_id, ...identity }: Identity & { account_id: string },
): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const email_key = emailKey(identity.email)
  const [to] = await read(db, accountToMail(db, account_id, email_key))
  if (!to) return
  const { token, token_hash } = await newLink(account_id)
  const { issuer, subject, email: google_email } = identity
  const expires_at = new Date(at.getTime() + HOUR)
  await write(db, [keepLink(db, { token_hash, account_id, email_key, issuer, subject, google_email, expires_at })])
  const data = { path: `/login/google/confirm?token=${token}`, google_email }
  await sendLetter(env, { id: newId(at), kind: 'google_link', to, data })
}

export const googleTopics: Topics = { google_link: mailLink }

export const googleJobs: Jobs = {
  forget_google_links: async (env) => {
    const db = unmetered(env)
    return (await read(db, forgetLinks(db, now()))).length
  },
}
