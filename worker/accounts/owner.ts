import { fail } from '../lib/failure'
import type { Account } from '../lib/route'
import { isPassword } from './passwords'

const RECENT = 15 * 60_000

/**
 * That it is really the owner who does something grave: by the password, or where the account has none by a sign-in of
 * the last 15 minutes.
 */
export async function judgeOwner(
  { account, now }: { account: Account; now: Date },
  password_hash: string | null | undefined,
  password: string | undefined,
  field = 'password',
): Promise<void> {
  if (!password_hash) {
    if (now.getTime() - account.signed_in_at.getTime() > RECENT) fail('recent_sign_in_required')
    return
  }
  const right = password !== undefined && (await isPassword(password, password_hash))
  if (!right) fail('invalid_input', { errors: { [field]: ['This is not your password'] } })
}
