import { graphemeCount, Name } from '../contract/common'
import type { Environment } from '../lib/environment'

/** Where Google sends people back to; it has to be registered there, letter by letter. */
export const returnAddress = (env: Pick<Environment, 'PUBLIC_ORIGIN'>): string =>
  `${env.PUBLIC_ORIGIN}/api/auth/google/callback/`

/** What is no page, though it lies at our origin. */
const NOT_PAGES = /^\/(api|ws|sandbox)(\/|$)/

/** The path of one of our own pages, or nothing: no answer of Google leads to another site. */
export function ownPage(next: string | undefined, origin: string): string | null {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return null
  const url = new URL(next, origin)
  // A path of two slashes would be read as another host: `/.//example.com` becomes one.
  const leavesUs = url.origin !== new URL(origin).origin || url.pathname.startsWith('//')
  if (leavesUs || NOT_PAGES.test(url.pathname)) return null
  return url.pathname + url.search + url.hash
}

/** Adds what is known to a path. */
export function withQuery(path: string, query: Record<string, string | null>): string {
  const [, before = '', hash = ''] = /^([^#]*)(#.*)?$/s.exec(path) ?? []
  const known = Object.entries(query).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))
  const text = new URLSearchParams(known).toString()
  return before + (text && `${before.includes('?') ? '&' : '?'}${text}`) + hash
}

/** A name to begin with; the person can change it before the account exists. */
export function suggestedName(name: string, email: string): string {
  const given = Name.safeParse(name)
  if (given.success) return given.data
  const local = email.slice(0, email.indexOf('@'))
  return graphemeCount(local) <= 100 ? local : ''
}
