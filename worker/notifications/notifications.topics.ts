import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { hashOf, newId, newSecret } from '../lib/ids'
import type { Topics } from '../lib/outbox'
import { inboxOf } from './inbox'
import { KINDS } from './kinds'
import { sendMail } from './mail'
import { claimMail, giveMailBack, itemFrom, kindOf, notificationById } from './notifications.data'
import { accountToVerify, keepVerification } from './verifications.data'

const DAY = 86_400_000
const open = (env: Environment) => unmetered(env)

async function pushNotification(env: Environment, { id }: { id: string }): Promise<void> {
  const db = open(env)
  const [row] = await read(db, notificationById(db, id))
  if (row) await inboxOf(env, row.account_id).notify(row.account_id, itemFrom(row, row))
}

/** Claimed before it is sent and given back where sending failed: a repeated task sends once. */
async function mailNotification(env: Environment, { id }: { id: string }): Promise<void> {
  const db = open(env)
  const [row] = await read(db, notificationById(db, id))
  const words = row && kindOf(row).mail?.(row.data, row)
  if (!row || !words || (await read(db, claimMail(db, id, now()))).length === 0) return
  try {
    await sendMail(env, { ...words, id, to: { name: row.name, email: row.email }, kind: row.kind })
  } catch (error) {
    await write(db, [giveMailBack(db, id)])
    throw error
  }
}

/** The secret is made at the moment of sending and only its hash is kept, so no table or task holds a usable link. */
async function mailVerification(env: Environment, { account_id }: { account_id: string }): Promise<void> {
  const db = open(env)
  const at = now()
  const [account] = await read(db, accountToVerify(db, account_id))
  const words = KINDS.email_verification.mail
  if (!account || !words) return
  const token = newSecret()
  const { name, email, email_key } = account
  const proof = { token_hash: await hashOf(token), account_id, email_key, expires_at: new Date(at.getTime() + DAY) }
  await write(db, keepVerification(db, proof, at))
  const text = words({ path: `/verify-email?token=${token}` }, account)
  await sendMail(env, { ...text, id: newId(at), to: { name, email }, kind: 'email_verification' })
}

export const notificationTopics: Topics = {
  notification: pushNotification,
  notification_mail: mailNotification,
  email_verification: mailVerification,
}
