import { isDevelopment, type Environment } from '../lib/environment'
import { siteAnswer } from '../sandbox/sites'
import { isLinkTo, isReadable, isSameSite } from './proofs.rules'

const MOST_BYTES = 262_144
const MOST_HOPS = 3
const PATIENCE_MS = 5000

export type Reading = 'linked' | 'not_linked' | 'unreachable'

/**
 * Whether a page says that it belongs to whom `page` shows: a link to it with `rel="me"`, which visitors of a site cannot
 * leave there. Only public pages over TLS are read, from one site, the first 256 KiB within five seconds.
 */
export async function readProfilePage(env: Environment, url: string, page: string): Promise<Reading> {
  try {
    const response = await fetchPage(env, url)
    return response ? await linksBack(response, url, page) : 'unreachable'
  } catch {
    // Whatever a foreign server does wrong is one answer: its page could not be read.
    return 'unreachable'
  }
}

async function fetchPage(env: Environment, url: string): Promise<Response | undefined> {
  const own = new URL(env.PUBLIC_ORIGIN).hostname
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const request = { redirect: 'manual', signal, headers: { accept: 'text/html', 'user-agent': 'AspireX' } } as const
  let at = url
  for (let hops = 0; hops <= MOST_HOPS && isReadable(at, own) && isSameSite(url, at); hops++) {
    const response = (isDevelopment(env) && (await siteAnswer(env, at))) || (await fetch(at, request))
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return isPage(response) ? response : undefined
    await response.body?.cancel()
    at = new URL(next, at).href
  }
  return undefined
}

const isPage = ({ ok, headers }: Response): boolean => ok && (headers.get('content-type') ?? '').includes('html')

async function linksBack(response: Response, url: string, page: string): Promise<Reading> {
  let found = false
  const look = {
    element(element: Element) {
      const is = (element.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes('me')
      found ||= is && isLinkTo(element.getAttribute('href'), url, page)
    },
  }
  const seen = new HTMLRewriter().on('a[rel]', look).on('link[rel]', look).transform(firstBytes(response))
  await seen.body?.pipeTo(new WritableStream())
  return found ? 'linked' : 'not_linked'
}

/** The rest of a long page is not read. */
function firstBytes({ body }: Response): Response {
  let left = MOST_BYTES
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left))
      left -= chunk.byteLength
      if (left <= 0) controller.terminate()
    },
  })
  return new Response(body?.pipeThrough(cut))
}
