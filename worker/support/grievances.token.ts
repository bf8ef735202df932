import { keyedHash } from '../accounts/secrets'
import type { Environment } from '../lib/environment'

const ID_LENGTH = 26

/** Made anew for each mail about a complaint, so that every one of them leads to it and no table holds it. */
export const grievanceToken = async (env: Environment, id: string): Promise<string> =>
  id + (await keyedHash(env, 'grievance', id))

/** Which complaint it claims to be of, before it is proven. */
export const grievanceIn = (token: string): string => token.slice(0, ID_LENGTH)

export async function isProven(env: Environment, token: string): Promise<boolean> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const [claimed, made] = [bytes(token), bytes(await grievanceToken(env, grievanceIn(token)))]
  return claimed.length === made.length && crypto.subtle.timingSafeEqual(claimed, made)
}
