const TOLERANCE_MS = 5 * 60_000

/** Resend signs as Standard Webhooks (Svix) say: HMAC-SHA256 over id, time and body, under a secret in base 64. */
export async function isSigned(secrets: string, headers: Headers, body: string, now: Date): Promise<boolean> {
  const [id, time, given] = ['svix-id', 'svix-timestamp', 'svix-signature'].map((name) => headers.get(name) ?? '')
  if (!id || !time || !given) return false
  if (!(Math.abs(now.getTime() - Number(time) * 1000) <= TOLERANCE_MS)) return false
  const signatures = given.split(' ').flatMap((one) => (one.startsWith('v1,') ? bytesOf(one.slice(3)) : []))
  for (const secret of secrets.split(',').flatMap((one) => bytesOf(one.trim().replace(/^whsec_/, '')))) {
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
    for (const signature of signatures) {
      const signed = new TextEncoder().encode(`${id}.${time}.${body}`)
      if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true
    }
  }
  return false
}

/** None where it is no base 64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer>[] {
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    return bytes.length > 0 ? [bytes] : []
  } catch {
    return []
  }
}
