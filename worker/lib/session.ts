import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Environment } from './environment'
import { fail } from './failure'
import { isOurs } from './origin'

export const SESSION_COOKIE = '__Host-session'
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The token a request carries. `Authorization` wins; a cookie that could have been sent by another site is refused. */
export function tokenOf(c: Context<{ Bindings: Environment; Variables: any }>): string | undefined {
  const header = c.req.header('authorization')
  if (header !== undefined) return /^(?:Token|Bearer) ([\w-]{20,200})$/i.exec(header)?.[1] ?? 'unreadable'
  const cookie = getCookie(c, SESSION_COOKIE)
  if (!cookie) return undefined
  const upgrade = c.req.header('upgrade')?.toLowerCase() === 'websocket'
  if ((upgrade || !SAFE.has(c.req.method)) && !isOurs(c.env, c.req.header('origin'))) fail('foreign_origin')
  return cookie
}

export const cameByCookie = (c: Context): boolean => c.req.header('authorization') === undefined

const MONTH_SECONDS = 30 * 86_400

/** Browsers keep the token in a cookie that scripts cannot read; other clients take it from the answer. */
export const keepSignedIn = (c: Context, token: string): void =>
  setCookie(c, SESSION_COOKIE, token, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: MONTH_SECONDS,
  })
