import { isDevelopment, type Environment } from '../lib/environment'
import { base64url, hex } from '../lib/ids'
import { SANDBOX_SECRET_KEY } from '../sandbox/keys'

/** What a sealed text or a keyed hash is for: one made for another purpose is never taken. */
export type Purpose =
  | 'totp'
  | 'google_state'
  | 'google_identity'
  | 'google_code'
  | 'email_code'
  | 'recovery_code'
  | 'busy_calendar'
  | 'payout_profile'
  | 'mail_preferences'
  | 'grievance'
  | 'newsletter'

const text = new TextEncoder()
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

function masterOf(env: Environment): Uint8Array<ArrayBuffer> {
  const key = env.SECRET_KEY ?? (isDevelopment(env) ? SANDBOX_SECRET_KEY : '')
  const master = bytesOf(key)
  if (master.length < 32) throw new Error('SECRET_KEY must be 32 random bytes in base 64')
  return master
}

/** HKDF (RFC 5869) of the one secret, so that each purpose has a key of its own. */
async function keyFor(env: Environment, purpose: Purpose, usage: 'seal' | 'hash'): Promise<CryptoKey> {
  const master = await crypto.subtle.importKey('raw', masterOf(env), 'HKDF', false, ['deriveKey'])
  const info = text.encode(`aspirex ${usage} ${purpose}`)
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return usage === 'seal'
    ? crypto.subtle.deriveKey(derivation, master, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    : crypto.subtle.deriveKey(derivation, master, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
}

/** Readable only with the secret that stays outside the database; AES-GCM with a random nonce in front. */
export async function sealed(env: Environment, purpose: Purpose, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await keyFor(env, purpose, 'seal'),
    text.encode(secret),
  )
  return `${base64url(iv)}.${base64url(new Uint8Array(cipher))}`
}

/** What was sealed, or undefined where it was made elsewhere or changed on the way. */
export async function opened(env: Environment, purpose: Purpose, box: string): Promise<string | undefined> {
  const [iv, cipher] = box.split('.')
  if (!iv || !cipher) return undefined
  try {
    const key = await keyFor(env, purpose, 'seal')
    return new TextDecoder().decode(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(cipher)),
    )
  } catch {
    return undefined
  }
}

/** A hash that nobody can try out without the secret: for codes that are short enough to guess. */
export async function keyedHash(env: Environment, purpose: Purpose, code: string): Promise<string> {
  return hex(await crypto.subtle.sign('HMAC', await keyFor(env, purpose, 'hash'), text.encode(code)))
}
