import { FILE_BYTES_MOST, type FileType } from '../contract/files.constants'
import { cleanPicture } from '../files/pictures.rules'
import { REFUSALS } from '../files/refusals'
import { joined } from '../files/reader'
import { isDevelopment, type Environment } from '../lib/environment'
import { isReadable } from '../mentors/proofs.rules'
import { siteAnswer } from '../sandbox/sites'

const MOST_HOPS = 3
const PATIENCE_MS = 10_000

export interface Fetched {
  type: FileType
  width: number
  height: number
  bytes: Uint8Array<ArrayBuffer>
}
/** `fault` is for the organizer to read; `again` says that it may work later. */
export type Unfetched = { fault: string; again: boolean }

const UNREACHABLE = 'There is no picture at this address that we could read.'
const TOO_LARGE = 'A picture may have 10 MB at most.'

/**
 * A picture of the open web. Only public names over TLS are asked, at each hop anew, so that nobody makes us look into a
 * network that they cannot reach themselves; what it is its content tells.
 */
export async function fetchCover(env: Environment, address: string): Promise<Fetched | Unfetched> {
  let bytes: Uint8Array<ArrayBuffer> | undefined
  try {
    const response = await follow(env, address)
    if (!response) return { fault: UNREACHABLE, again: false }
    if (!response.ok) {
      await response.body?.cancel()
      return { fault: UNREACHABLE, again: response.status >= 500 }
    }
    bytes = await bytesOf(response)
  } catch {
    // Whatever a foreign server does wrong is one answer: its picture could not be read.
    return { fault: UNREACHABLE, again: true }
  }
  if (!bytes) return { fault: TOO_LARGE, again: false }
  const picture = cleanPicture(bytes)
  return typeof picture === 'string' ? { fault: REFUSALS[picture], again: false } : picture
}

async function follow(env: Environment, address: string): Promise<Response | undefined> {
  const own = new URL(env.PUBLIC_ORIGIN).hostname
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const request = { redirect: 'manual', signal, headers: { accept: 'image/*', 'user-agent': 'AspireX' } } as const
  let at = address
  for (let hops = 0; hops <= MOST_HOPS && isReadable(at, own); hops++) {
    const response = (isDevelopment(env) && (await siteAnswer(env, at))) || (await fetch(at, request))
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return response
    await response.body?.cancel()
    at = new URL(next, at).href
  }
  return undefined
}

/** Undefined where there is more of it than is read. */
async function bytesOf({ body }: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (body ?? []) as ReadableStream<Uint8Array>) {
    length += part.byteLength
    if (length > FILE_BYTES_MOST) return undefined
    parts.push(part)
  }
  return joined(parts)
}
