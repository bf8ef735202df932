import { FREE_MAIL } from './free-mail'

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** Anybody can have an address there, so it proves no company. */
export function isFreeMail(domain: string): boolean {
  const labels = domain.split('.')
  return labels.some((_, i) => FREE_MAIL.has(labels.slice(i).join('.')))
}

/** Names that never belong to a public page. */
const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|onion|home\.arpa)$/

/** A page of the open web, by name, over TLS, at the usual port; never one of our own. */
export function isReadable(address: string, ownHost: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  const isNamed = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(hostname) && !PRIVATE.test(hostname)
  return protocol === 'https:' && port === '' && username === '' && password === '' && isNamed && hostname !== ownHost
}

const bare = (hostname: string): string => hostname.replace(/^www\./, '')
/** A site may send us to its own other address, never to somebody else's. */
export const isSameSite = (from: string, to: string): boolean =>
  bare(new URL(from).hostname) === bare(new URL(to).hostname)

export const pageOf = (origin: string, mentor_id: string): string => `${origin}/mentors/${mentor_id}`

/** What a page must hold to be proven as this mentor's. */
export const snippetFor = (origin: string, mentor_id: string): string =>
  `<a rel="me" href="${pageOf(origin, mentor_id)}">AspireX</a>`

/** The same page, however its address is written. */
export function isLinkTo(href: string | null, base: string, page: string): boolean {
  if (href === null || !URL.canParse(href, base)) return false
  const { origin, pathname } = new URL(href, base)
  return `${origin}${pathname}`.replace(/\/$/, '') === page
}
