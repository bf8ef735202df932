import { hex } from '../lib/ids'

const keyOf = (secret: string, use: 'sign' | 'verify') =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use])

/** HMAC-SHA-256 in hex, as Razorpay signs payments and webhooks. */
export async function signatureOf(text: string, secret: string): Promise<string> {
  return hex(await crypto.subtle.sign('HMAC', await keyOf(secret, 'sign'), new TextEncoder().encode(text)))
}

/** Compares in constant time, which the SDK's own check does not (C4). */
export async function isSignatureOf(text: string, signature: string, secret: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.verify('HMAC', await keyOf(secret, 'verify'), bytes, new TextEncoder().encode(text))
}
