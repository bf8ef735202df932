import { CodeChallengeMethod, OAuth2Client, OAuth2Tokens } from 'arctic'
import { createRemoteJWKSet, customFetch, jwtVerify, type RemoteJWKSet } from 'jose'
import * as z from 'zod'
import { isDevelopment, type Environment } from '../lib/environment'
import { sandboxGoogle } from '../sandbox/google'
import { returnAddress } from './google.rules'

/** One issuer of identities, and the client we are to it. */
export interface Provider {
  client_id: string
  client_secret: string
  /** Every name it signs with; the first one stands in our table. */
  issuers: [string, ...string[]]
  authorization_endpoint: string
  token_endpoint: string
  jwks_uri: string
  fetch: (request: Request) => Promise<Response>
}

const GOOGLE = {
  issuers: ['https://accounts.google.com', 'accounts.google.com'] as [string, ...string[]],
  authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  token_endpoint: 'https://oauth2.googleapis.com/token',
  jwks_uri: 'https://www.googleapis.com/oauth2/v3/certs',
}

/** Google; in development without a client of our own the sandbox consents. Undefined where nobody would answer. */
export function providerOf(env: Environment): Provider | undefined {
  const { GOOGLE_CLIENT_ID: client_id, GOOGLE_CLIENT_SECRET: client_secret } = env
  if (client_id && client_secret) return { ...GOOGLE, client_id, client_secret, fetch: (request) => fetch(request) }
  return isDevelopment(env) ? sandboxGoogle(env) : undefined
}

const clientOf = (provider: Provider, env: Environment) =>
  new OAuth2Client(provider.client_id, provider.client_secret, returnAddress(env))

/** What ties the answer to the browser that asked: nobody else can bring it, and it cannot be brought twice. */
export interface Ties {
  state: string
  nonce: string
  verifier: string
}

export function consentPage(provider: Provider, env: Environment, { state, nonce, verifier }: Ties): URL {
  const url = clientOf(provider, env).createAuthorizationURLWithPKCE(
    provider.authorization_endpoint,
    state,
    CodeChallengeMethod.S256,
    verifier,
    ['openid', 'email', 'profile'],
  )
  url.searchParams.set('nonce', nonce)
  // A shared computer: the person chooses, instead of being signed in as whoever was last there.
  url.searchParams.set('prompt', 'select_account')
  return url
}

export interface GoogleIdentity {
  issuer: string
  subject: string
  email: string
  email_verified: boolean
  name: string
}

const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254),
  email_verified: z.boolean().default(false),
  name: z.string().optional(),
  nonce: z.string(),
})

/** The person behind a code. Throws where the provider refuses it or its token is not for us, now and here. */
export async function identityBehind(
  provider: Provider,
  env: Environment,
  { code, ties, now }: { code: string; ties: Ties; now: Date },
): Promise<GoogleIdentity> {
  const tokens = await exchange(provider, env, code, ties.verifier)
  const { payload } = await jwtVerify(tokens.idToken(), keysOf(provider), {
    issuer: provider.issuers,
    audience: provider.client_id,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'iat'],
    currentDate: now,
    clockTolerance: 30,
  })
  const { sub, nonce, email, email_verified, name } = Claims.parse(payload)
  if (nonce !== ties.nonce) throw new Error('The nonce of the ID token is not ours')
  return { issuer: provider.issuers[0], subject: sub, email, email_verified, name: name ?? '' }
}

/** arctic's own exchange always uses the global fetch; this one lets the sandbox answer in process, like its gateway. */
async function exchange(provider: Provider, env: Environment, code: string, verifier: string): Promise<OAuth2Tokens> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: returnAddress(env),
    client_id: provider.client_id,
    client_secret: provider.client_secret,
  })
  const response = await provider.fetch(new Request(provider.token_endpoint, { method: 'POST', body }))
  const answer: unknown = await response.json()
  if (!response.ok || typeof answer !== 'object' || answer === null)
    throw new Error(`The token endpoint answered ${response.status}`)
  return new OAuth2Tokens(answer)
}

const keys = new Map<string, RemoteJWKSet>()
/** Kept by the isolate and fetched again for a key that is not among them: Google rotates its keys. */
function keysOf({ jwks_uri, fetch: ask }: Provider): RemoteJWKSet {
  const known = keys.get(jwks_uri)
  if (known) return known
  const made = createRemoteJWKSet(new URL(jwks_uri), { [customFetch]: (url, init) => ask(new Request(url, init)) })
  keys.set(jwks_uri, made)
  return made
}
