import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { fail } from '../lib/failure'
import { opened, sealed, type Purpose } from './secrets'

const MINUTE = 60_000

/** A page left for Google; it lives with the browser alone and is worth nothing without our secret. */
const Began = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().nullable(),
  role: z.enum(['student', 'mentor']),
  /** Connecting from the settings: whose. */
  account_id: z.string().nullable(),
})
export type Began = z.output<typeof Began>

/** Somebody proved a Google account that no account here knows yet. */
const Pending = z.object({
  kind: z.enum(['new', 'link']),
  issuer: z.string(),
  subject: z.string(),
  email: z.string(),
  name: z.string(),
  next: z.string().nullable(),
  role: z.enum(['student', 'mentor']),
  /** With `link`: the account of that address. */
  account_id: z.string().nullable(),
})
export type Pending = z.output<typeof Pending>

interface Kept<S extends z.ZodType> {
  name: string
  purpose: Purpose
  shape: S
  minutes: number
}
const BEGAN: Kept<typeof Began> = { name: '__Host-google', purpose: 'google_state', shape: Began, minutes: 10 }
const PENDING: Kept<typeof Pending> = {
  name: '__Host-google-identity',
  purpose: 'google_identity',
  shape: Pending,
  minutes: 15,
}

async function keep(c: Context, kept: Kept<z.ZodType>, content: object, handle = ''): Promise<void> {
  const until = c.var.now.getTime() + kept.minutes * MINUTE
  const box = await sealed(c.env, kept.purpose, JSON.stringify({ content, until }))
  // Lax: Google's answer arrives as a navigation from its site.
  const how = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: kept.minutes * 60 } as const
  setCookie(c, kept.name, `${handle}~${box}`, how)
}

async function kept<S extends z.ZodType>(
  c: Context,
  { name, purpose, shape }: Kept<S>,
): Promise<z.output<S> | undefined> {
  const box = getCookie(c, name)?.split('~')[1]
  const text = box && (await opened(c.env, purpose, box))
  if (!text) return undefined
  const { content, until } = JSON.parse(text) as { content: unknown; until: number }
  return until > c.var.now.getTime() ? shape.parse(content) : undefined
}

export const keepBegan = (c: Context, began: Began): Promise<void> => keep(c, BEGAN, began)
export const begun = (c: Context): Promise<Began | undefined> => kept(c, BEGAN)
export const forgetBegan = (c: Context): void => void deleteCookie(c, BEGAN.name, { path: '/', secure: true })

/** The account's id stands outside the seal as well: the first trip reads by it before anything can be opened. */
export const keepPending = (c: Context, pending: Pending): Promise<void> =>
  keep(c, PENDING, pending, pending.account_id ?? '')
export const pendingOf = (c: Context): Promise<Pending | undefined> => kept(c, PENDING)
export const forgetPending = (c: Context): void => void deleteCookie(c, PENDING.name, { path: '/', secure: true })

/** Unproven: what the cookie says outside its seal, for reading alone. */
export const claimedAccount = (headers: Headers): string =>
  new RegExp(`${PENDING.name}=(\\w*)~`).exec(headers.get('cookie') ?? '')?.[1] ?? ''

export const TOO_LATE = 'This took too long. Continue with Google once more.'

/** The Google account that this browser has just shown, for an account to open or one to link. */
export async function shown(c: Context, kind: Pending['kind']): Promise<Pending> {
  const found = await pendingOf(c)
  return found?.kind === kind ? found : fail('not_found', { detail: TOO_LATE })
}
