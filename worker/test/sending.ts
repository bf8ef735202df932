import { SELF } from 'cloudflare:test'
import { ORIGIN, type Person } from './world'

type Parts = Record<string, Uint8Array<ArrayBuffer> | string | File>

export function formOf(parts: Parts): FormData {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts)) {
    if (part instanceof Uint8Array) form.append(name, new File([part], 'chosen'))
    else form.append(name, part as string)
  }
  return form
}

/** Posts a form as a browser does. */
export const send = (path: string, as: Person, parts: Parts): Promise<Response> =>
  SELF.fetch(`${ORIGIN}/api/files${path}`, {
    method: 'POST',
    body: formOf(parts),
    headers: { authorization: `Token ${as.token}` },
  })

export const named = (name: string, content: Uint8Array<ArrayBuffer>, type = ''): File =>
  new File([content], name, { type })

export const get = (address: string, as?: Person, headers: Record<string, string> = {}): Promise<Response> =>
  SELF.fetch(`${ORIGIN}${address}`, { headers: { ...(as && { authorization: `Token ${as.token}` }), ...headers } })
