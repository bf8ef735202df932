import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
/** Tries of one sign-in before its ticket is worth nothing. */
export const TICKET_TRIES = 5
export const TICKET_MINUTES = 5
/** Wrong codes of one account in a day, over all its sign-ins. Who asks knows the password, so a new one starts afresh. */
export const DAILY_TRIES = 50
export const RECOVERY_CODES = 10

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: 'AspireX', label, secret: Secret.fromBase32(secret), digits: 6, period: STEP_SECONDS })

/** What an authenticator reads from the picture. */
export const totpUri = (secret: string, email: string): string => totp(secret, email).toString()

/** 160 bits, as RFC 4226 asks for. */
export const secretFrom = (random: Uint8Array<ArrayBuffer>): string => new Secret({ buffer: random.buffer }).base32

/** The step whose code this is, one step early or late; undefined for any other code. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta
}

/** What the authenticator shows at this moment. */
export const codeAt = (secret: string, now: Date): string => totp(secret).generate({ timestamp: now.getTime() })

/** People copy the gap as well. */
export const sixDigitsIn = (code: string): string | undefined => /^\d{6}$/.exec(code.replace(/\s/g, ''))?.[0]

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Fifty bits of ten random bytes, in two groups that can be read aloud. */
export function recoveryCode(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, 10), (byte) => ALPHABET[byte & 31]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** However it is typed: Crockford's base 32 has no I, L or O. */
export const recoveryCodeIn = (code: string): string =>
  code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
