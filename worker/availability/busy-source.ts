import { isDevelopment, type Environment } from '../lib/environment'
import { isReadable } from '../mentors/proofs.rules'
import { siteAnswer } from '../sandbox/sites'
import { busyIn, type Reading, type Window } from './ics.rules'

const MOST_BYTES = 1_048_576
const MOST_HOPS = 3
const PATIENCE_MS = 5000

/** Where busy times come from: an address is all that a source needs to know. Never throws for what a stranger does. */
export type BusySource = (
  env: Environment,
  address: string,
  window: Window,
  ownZone: (date: string) => string,
) => Promise<Reading>

/** The same file, as the calendar programs write its address. */
export const fileAddress = (url: string): string => url.replace(/^webcals?:/i, 'https:')

/** Only public names over TLS are asked, whatever they answer: at most 1 MiB within five seconds, after three hops. */
export const iCalendarFile: BusySource = async (env, address, window, ownZone) => {
  let text: string | undefined
  try {
    const response = await fetchFile(env, address)
    if (!response?.ok) return { fault: 'unreachable' }
    text = await textOf(response)
  } catch {
    // Whatever a foreign server does wrong is one answer: its calendar could not be read.
    return { fault: 'unreachable' }
  }
  return text === undefined ? { fault: 'too_large' } : busyIn(text, window, ownZone)
}

async function fetchFile(env: Environment, address: string): Promise<Response | undefined> {
  const own = new URL(env.PUBLIC_ORIGIN).hostname
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const request = { redirect: 'manual', signal, headers: { accept: 'text/calendar', 'user-agent': 'AspireX' } } as const
  let at = address
  for (let hops = 0; hops <= MOST_HOPS && isReadable(at, own); hops++) {
    const response = (isDevelopment(env) && (await siteAnswer(env, at))) || (await fetch(at, request))
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return response
    await response.body?.cancel()
    at = fileAddress(new URL(next, at).href)
  }
  return undefined
}

/** Undefined where there is more of it than is read. */
async function textOf({ body }: Response): Promise<string | undefined> {
  if (!body) return ''
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > MOST_BYTES) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
