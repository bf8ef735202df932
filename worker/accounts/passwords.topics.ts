import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import type { Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import { newLink } from './links'
import { accountToReset, keepReset } from './passwords.data'

const HOUR = 3_600_000

/** The link is made at the moment of sending and only its hash is kept. */
const mailLink =
  (kind: 'password_reset' | 'set_password', hours: number) =>
  async (env: Environment, { account_id }: { account_id: string }): Promise<void> => {
    const db = unmetered(env)
    const at = now()
    const [account] = await read(db, accountToReset(db, account_id))
    if (!account) return
    const { token, token_hash } = await newLink(account_id)
    const { email_key } = account
    const expires_at = new Date(at.getTime() + hours * HOUR)
    await write(db, keepReset(db, { token_hash, account_id, email_key, expires_at }, at))
    await sendLetter(env, { id: newId(at), kind, to: account, data: { path: `/reset?token=${token}` } })
  }

export const passwordTopics: Topics = {
  password_reset: mailLink('password_reset', 1),
  /** Of an account that was made for somebody (A10). */
  set_password: mailLink('set_password', 24),
}
