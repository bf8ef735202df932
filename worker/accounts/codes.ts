import type { Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { keyedHash, opened } from './secrets'
import { provenByRecovery, provenByStep, type CodeProof, type Protection } from './totp.data'
import { recoveryCode, RECOVERY_CODES, recoveryCodeIn, sixDigitsIn, stepOf } from './totp.rules'

/**
 * What a typed code would prove: six digits are compared at once, a recovery code is looked up when it is used.
 * Undefined for digits that are not right now.
 */
export async function proofOf(
  env: Environment,
  db: Database,
  now: Date,
  { id, totp_secret }: Pick<Protection, 'id' | 'totp_secret'>,
  code: string,
): Promise<CodeProof | undefined> {
  const digits = sixDigitsIn(code)
  if (digits === undefined) return provenByRecovery(db, id, await hashOfCode(env, id, code))
  const secret = totp_secret === null ? undefined : await opened(env, 'totp', totp_secret)
  const step = secret === undefined ? undefined : stepOf(secret, digits, now)
  return step === undefined ? undefined : provenByStep(db, id, step)
}

const hashOfCode = (env: Environment, account_id: string, code: string): Promise<string> =>
  keyedHash(env, 'recovery_code', `${account_id} ${recoveryCodeIn(code)}`)

/** Ten codes to show once, and what is kept of them. */
export async function newRecoveryCodes(env: Environment, account_id: string) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(crypto.getRandomValues(new Uint8Array(10))))
  return { codes, hashes: await Promise.all(codes.map((code) => hashOfCode(env, account_id, code))) }
}
