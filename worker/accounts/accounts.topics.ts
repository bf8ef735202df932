import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { hashOf, newId, newSecret } from '../lib/ids'
import type { Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import { accountToVerify, keepVerification } from './emails.data'
import { sixDigits } from './emails.rules'
import { keyedHash } from './secrets'

const DAY = 86_400_000

/** The secrets are made at the moment of sending and only hashes are kept, so no table or task holds a usable one. */
async function mailVerification(env: Environment, { account_id }: { account_id: string }): Promise<void> {
  const db = unmetered(env)
  const at = now()
  const [account] = await read(db, accountToVerify(db, account_id))
  if (!account) return
  const [token, code] = [newSecret(), sixDigits(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)]
  const proof = {
    token_hash: await hashOf(token),
    code_hash: await keyedHash(env, 'email_code', `${account_id} ${code}`),
    account_id,
    email_key: account.email_key,
    expires_at: new Date(at.getTime() + DAY),
  }
  await write(db, keepVerification(db, proof, at))
  const data = { code, path: `/verify-email?token=${token}` }
  await sendLetter(env, { id: newId(at), kind: 'email_verification', to: account, data })
}

export const accountTopics: Topics = { email_verification: mailVerification }
