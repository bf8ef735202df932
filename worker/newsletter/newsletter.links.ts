import { emailKey } from '../accounts/emails.rules'
import { keyedHash } from '../accounts/secrets'
import type { Environment } from '../lib/environment'
import { hashOf } from '../lib/ids'
import { addressPrefix } from '../lib/limits'
import type { Leaving } from '../notifications/mail'

/** Of an address for good: any mail that ever went there can end what comes there now. */
const leavingToken = (env: Environment, email: string): Promise<string> =>
  keyedHash(env, 'newsletter', `leave ${emailKey(email)}`)

/** What an address is known by in the tables: a hash of its token, so that reading a table ends nothing. */
export const addressHash = async (env: Environment, email: string): Promise<string> =>
  hashOf(await leavingToken(env, email))

/** From which network somebody agreed, as something that can be compared and not read. */
export const networkHash = (env: Environment, headers: Headers): Promise<string> =>
  keyedHash(env, 'newsletter', `network ${addressPrefix(headers)}`)

/** Where the mail program posts, and the page for a person. */
export async function leavingLinks(env: Environment, email: string): Promise<Leaving> {
  const token = await leavingToken(env, email)
  return {
    post: new URL(`/api/newsletter/unsubscribe/${token}/`, env.PUBLIC_ORIGIN).href,
    page: new URL(`/newsletter/unsubscribe?token=${token}`, env.PUBLIC_ORIGIN).href,
  }
}
