import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import type { Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import * as data from './emails.data'
import { CODE_MINUTES, sixDigits } from './emails.rules'
import { newLink } from './links'
import { keyedHash } from './secrets'

// The secrets are made at the moment of sending and only hashes are kept, so that no table or task holds a usable one.

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

async function mailVerification(env: Environment, { account_id }: { account_id: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [account] = await read(db, data.accountToVerify(db, account_id))
  if (!account) return
  const { token, token_hash } = await newLink(account_id)
  const code = sixDigits(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
  const proof = {
    token_hash,
    code_hash: await keyedHash(env, 'email_code', `${account_id} ${code}`),
    account_id,
    email_key: account.email_key,
    code_expires_at: new Date(at.getTime() + CODE_MINUTES * MINUTE),
    expires_at: new Date(at.getTime() + DAY),
  }
  await write(db, data.keepVerification(db, proof, at))
  const letter = { code, path: `/verify-email?token=${token}` }
  await sendLetter(env, { id: newId(at), kind: 'email_verification', to: account, data: letter })
}

/** Goes to the new address; where that is taken, nothing goes anywhere. */
async function mailChange(env: Environment, { id, account_id }: { id: string; account_id: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [wish] = await read(db, data.wishToMail(db, id, account_id, at))
  if (!wish) return
  const { token, token_hash } = await newLink(account_id)
  await write(db, [data.keepChangeLink(db, id, token_hash)])
  const letter = { path: `/email-change?token=${token}` }
  await sendLetter(env, { id: newId(at), kind: 'email_change', to: wish, data: letter })
}

/** Goes to the address that was left. */
async function mailNotice(env: Environment, { id }: { id: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [undo] = await read(db, data.undoToMail(db, id, at))
  if (!undo) return
  const { token, token_hash } = await newLink(undo.account_id)
  await write(db, [data.keepUndoLink(db, id, token_hash)])
  const until = undo.expires_at.toISOString()
  const letter = { new_email: undo.new_email, path: `/email-change/undo?token=${token}`, until }
  await sendLetter(env, { id: newId(at), kind: 'email_change_notice', to: undo, data: letter })
}

export const emailTopics: Topics = {
  email_verification: mailVerification,
  email_change: mailChange,
  email_change_notice: mailNotice,
}
