import { isDevelopment, type Environment } from '../lib/environment'
import { byApi } from './api'
import { byMailbox } from './mailbox'
import type { Transport } from './outgoing'
import { bySmtp } from './smtp'

/** What the environment says: SMTP, an HTTP API, or in development the mailbox page. */
export function transportOf(env: Environment): Transport {
  if (env.MAIL_URL) return bySmtp(env.MAIL_URL)
  if (env.MAIL_API_KEY) return byApi(env.MAIL_API_KEY, env.MAIL_API_URL)
  if (isDevelopment(env)) return byMailbox(env)
  throw new Error('Neither MAIL_URL nor MAIL_API_KEY is set')
}
