import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose'
import { base64url, newSecret } from '../lib/ids'

/** What a provider that is broken, or not Google at all, may answer. */
export const LIES = [
  'refuses',
  'no_token',
  'unsigned',
  'foreign_key',
  'wrong_issuer',
  'wrong_audience',
  'wrong_nonce',
  'expired',
] as const
export type Lie = (typeof LIES)[number]

export interface Consent {
  subject: string
  email: string
  email_verified: boolean
  name: string
  nonce: string
  code_challenge: string
  lie: Lie | ''
  at: number
}

const KEY_ID = 'sandbox-1'
let pair: { publicKey: CryptoKey; privateKey: CryptoKey } | undefined

/** One pair for as long as the isolate lives; whoever comes second keeps the first one's. */
async function keys() {
  if (pair) return pair
  const made = await generateKeyPair('RS256', { extractable: true })
  return (pair ??= made)
}

export async function publicKeys(): Promise<JSONWebKeySet> {
  const { publicKey } = await keys()
  return { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }] }
}

/** The ID token, or one with the fault that was asked for; undefined where it is missing. */
export async function idTokenFor(
  { issuer, audience }: { issuer: string; audience: string },
  consent: Consent,
  at: Date,
): Promise<string | undefined> {
  const { lie, subject, email, email_verified, name, nonce } = consent
  const seconds = Math.floor(at.getTime() / 1000) - (lie === 'expired' ? 7200 : 0)
  const claims = {
    iss: lie === 'wrong_issuer' ? 'https://accounts.example.com' : issuer,
    aud: lie === 'wrong_audience' ? 'another-client' : audience,
    sub: subject,
    email,
    email_verified,
    name,
    nonce: lie === 'wrong_nonce' ? newSecret() : nonce,
    iat: seconds,
    exp: seconds + 3600,
  }
  if (lie === 'no_token') return undefined
  if (lie === 'unsigned') return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
  const { privateKey } = lie === 'foreign_key' ? await generateKeyPair('RS256') : await keys()
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' }).sign(privateKey)
}

const part = (content: object): string => base64url(new TextEncoder().encode(JSON.stringify(content)))
