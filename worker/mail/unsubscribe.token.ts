import { keyedHash } from '../accounts/secrets'
import { isMailChoice, type MailChoice } from '../contract/notifications.constants'
import type { Environment } from '../lib/environment'

/** Who reads a mail of this kind may turn it off, and choose among the others, without signing in: nothing else. */
export async function choosingToken(env: Environment, account_id: string, kind: MailChoice): Promise<string> {
  return `${account_id}.${kind}.${await keyedHash(env, 'mail_preferences', `${account_id} ${kind}`)}`
}

/** Whose token it claims to be, before it is proven. */
export const claimedBy = (token: string): string => token.split('.', 1)[0] ?? ''

/** What the token speaks of, or undefined where we did not make it. */
export async function provenKind(env: Environment, token: string): Promise<MailChoice | undefined> {
  const [account_id = '', kind = ''] = token.split('.')
  if (!isMailChoice(kind)) return undefined
  return isSame(token, await choosingToken(env, account_id, kind)) ? kind : undefined
}

function isSame(claimed: string, made: string): boolean {
  const [a, b] = [new TextEncoder().encode(claimed), new TextEncoder().encode(made)]
  return a.length === b.length && crypto.subtle.timingSafeEqual(a, b)
}

/** Where the mail program posts, and where a person chooses. */
export async function choosingLinks(env: Environment, account_id: string, kind: MailChoice) {
  const token = await choosingToken(env, account_id, kind)
  return {
    post: new URL(`/api/mail/unsubscribe/?token=${token}`, env.PUBLIC_ORIGIN).href,
    page: new URL(`/mail/preferences?token=${token}`, env.PUBLIC_ORIGIN).href,
  }
}
