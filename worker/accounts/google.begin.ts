import { generateCodeVerifier, generateState } from 'arctic'
import type { Context } from 'hono'
import { keepBegan, type Began } from './google.cookies'
import { consentPage, providerOf, type Ties } from './google.provider'

/** Everything that ties Google's answer to this browser goes into its cookie; the address of the consent page comes out. */
export async function beginGoogle(c: Context, wish: Omit<Began, keyof Ties>): Promise<string | undefined> {
  const provider = providerOf(c.env)
  if (!provider) return undefined
  const ties = { state: generateState(), nonce: generateState(), verifier: generateCodeVerifier() }
  await keepBegan(c, { ...ties, ...wish })
  return consentPage(provider, c.env, ties).href
}
