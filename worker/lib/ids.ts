const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** 26 characters: 48 bits of time and 80 random ones, in Crockford's base 32, so that keys made later sort later. */
export function newId(now: Date): string {
  let id = ''
  for (let rest = now.getTime(), i = 0; i < 10; i++, rest = Math.floor(rest / 32)) id = ALPHABET[rest % 32] + id
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += ALPHABET[byte & 31]
  return id
}

/** A bearer secret of 256 bits; only its `hashOf` is ever stored. */
export const newSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

export async function hashOf(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

export const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
