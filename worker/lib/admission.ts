import { sql, type SQL } from 'drizzle-orm'
import type * as z from 'zod'
import { readAll, isUniqueClash, write, type Database, type Statement } from './database'
import { fail } from './failure'
import { hashOf } from './ids'
import { earlierAnswer, isKey, remembering, replayAfterClash, replayOf, type Once } from './idempotency'
import { countTry, isOver, retryAfter, type Limit } from './limits'
import { cameByCookie, keepSignedIn, tokenOf } from './session'
import type { Role } from '../contract/accounts.constants'
import type { Access, Account, Admit, Asked, Call, Need, Route } from './route'

/** How accounts answers "who is this token". */
export interface Identify {
  /** The account of a token's hash as a scalar subquery. */
  me: (token_hash: string, now: Date) => SQL<string>
  session: (db: Database, token_hash: string, now: Date) => Statement
  /** Moves the end of a session; asked for where it `isDue`, at most hourly, after the answer. */
  slide: (db: Database, session_id: string, now: Date) => Statement
  isDue: (account: Account, now: Date) => boolean
  /** Undefined where the session is over or the account may not enter. */
  accountFrom: (session: unknown) => Account | undefined
}

/** Trip 1: session, the earlier answer to this key, counters and the route's facts, in one batch. */
export function admission(identify: Identify): Admit {
  return (declared, handle) => async (c) => {
    const token = tokenOf(c)
    if (declared.access !== 'anyone' && token === undefined) fail('not_signed_in')
    const { now, db } = c.var
    const hash = token === undefined ? undefined : await hashOf(token)
    const me = hash === undefined ? NOBODY : identify.me(hash, now)
    const asked: Asked = { ...inputOf(c.var.verdicts), me, now, env: c.env, headers: c.req.raw.headers }
    const valid = faultOf(c.var.verdicts) === undefined
    const once = await onceOf(c, declared)
    const limits = valid ? (declared.limits?.(asked) ?? []) : []
    const found: Record<string, unknown[]> = await readAll(db, {
      ...(hash !== undefined && { session: identify.session(db, hash, now) }),
      ...(hash !== undefined && once && { earlier: earlierAnswer(db, me, once, now) }),
      ...Object.fromEntries(limits.map((limit, i) => [`limit${i}`, countTry(db, limit, now)])),
      ...(valid && declared.facts?.(db, asked)),
    })
    const account = identify.accountFrom(found.session?.[0])
    judgeAccess(declared, account)
    judgeInput(c.var.verdicts)
    judgeLimits(limits, found, now)
    const earlier = found.earlier?.[0]
    if (earlier && once) return replayOf(earlier as Parameters<typeof replayOf>[0], once.body_hash)
    if (account && identify.isDue(account, now)) {
      c.executionCtx.waitUntil(write(db, [identify.slide(db, account.session_id, now)]))
      if (token !== undefined && cameByCookie(c)) keepSignedIn(c, token)
    }
    const mine = once && account ? { ...once, account_id: account.id } : undefined
    setAll(c, { ...asked, facts: found, account, visitor: account, remember: remembering(db, mine, now) })
    return mine ? orReplay(db, mine, now, () => handle(c)) : handle(c)
  }
}

const NOBODY = sql<string>`null`

function setAll(c: Call, variables: object): void {
  for (const [name, value] of Object.entries(variables)) c.set(name as never, value as never)
}

/** Two requests with one key at the same moment: the primary key lets one through, the other becomes its replay. */
async function orReplay(
  db: Database,
  once: Once,
  now: Date,
  act: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (isUniqueClash(error, 'idempotency')) return replayAfterClash(db, once, now)
    throw error
  }
}

async function onceOf(c: Call, { idempotent }: Route): Promise<Omit<Once, 'account_id'> | undefined> {
  const key = idempotent ? c.req.header('idempotency-key') : undefined
  if (key === undefined) return undefined
  if (!isKey(key)) fail('invalid_input', { errors: { 'Idempotency-Key': ['1 to 255 visible ASCII characters'] } })
  const path = c.req.path.endsWith('/') ? c.req.path : `${c.req.path}/`
  return { route: `${c.req.method} ${path}`, key, body_hash: await hashOf(c.var.body_text) }
}

function judgeAccess({ access, needs = [] }: Route, account: Account | undefined): void {
  if (access === 'anyone') return
  if (!account) fail('not_signed_in')
  if (!isGranted(access, account)) fail('role_required')
  judgeNeeds(needs, account)
}

/** Looking around is free; booking, posting and writing ask for more (A5, A7). */
export function judgeNeeds(needs: Need[], account: Account): void {
  if (needs.length > 0 && account.closing_at)
    fail('state_conflict', { detail: 'Your account is being closed. Take that back first, under Settings.' })
  if (needs.includes('verified_email') && !account.email_verified) fail('email_unverified')
  if (needs.includes('birth_date') && !account.date_of_birth) fail('birth_date_required')
}

function isGranted(access: Exclude<Access, 'anyone'>, account: Account): boolean {
  if (access === 'signed_in') return true
  if (access === 'approved_mentor') return account.mentor_approved
  if (access === 'organizer') return account.roles.includes('mentor') || account.roles.includes('admin')
  return account.roles.includes(access) || (isStaffRole(access) && account.roles.includes('admin'))
}

/** What such a role may do an admin may do as well. */
const isStaffRole = (role: Role): boolean => role !== 'student' && role !== 'mentor'

type Verdicts = Call['var']['verdicts']

const inputOf = (verdicts: Verdicts) => ({
  body: verdicts.json?.data,
  query: verdicts.query?.data,
  params: verdicts.param?.data,
})

const faultOf = ({ param, query, json }: Verdicts) =>
  [param, query, json].find((verdict) => verdict && !verdict.success)

function judgeInput(verdicts: Verdicts): void {
  if (verdicts.param && !verdicts.param.success) fail('not_found')
  const fault = faultOf(verdicts)
  if (fault?.error) fail('invalid_input', { errors: errorsOf(fault.error.issues) })
}

/** `email` for a field of the body itself, `/offers/0/minutes` for one deeper inside. */
export function errorsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string[]> {
  // A map, for a client may name a field `constructor`.
  const errors = new Map<string, string[]>()
  for (const { path, message } of issues.flatMap(faultsOf)) {
    const field = fieldOf(path)
    errors.set(field, [...(errors.get(field) ?? []), message])
  }
  return Object.fromEntries(errors)
}

type Fault = Pick<z.core.$ZodIssue, 'path' | 'message'>
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: 'Unknown field' }))
  if (issue.code !== 'invalid_union') return [issue]
  // Of several shapes the one with the fewest wrong fields says what is wrong.
  const shapes = issue.errors.map((inner) =>
    inner.flatMap((fault) => faultsOf({ ...fault, path: [...path, ...fault.path] })),
  )
  const [nearest = []] = shapes.toSorted((one, other) => fieldsIn(one) - fieldsIn(other))
  return nearest.length > 0 ? nearest : [issue]
}

const fieldsIn = (faults: Fault[]): number => new Set(faults.map(({ path }) => fieldOf(path))).size

const fieldOf = (path: PropertyKey[]): string =>
  path.length === 0 ? 'body' : path.length === 1 ? String(path[0]) : `/${path.map(String).join('/')}`

function judgeLimits(limits: Limit[], found: Record<string, unknown[]>, now: Date): void {
  limits.forEach((limit, i) => {
    const [row] = found[`limit${i}`] as { count: number }[]
    if (row && isOver(limit, row.count)) {
      fail('too_many_requests', { headers: { 'retry-after': String(retryAfter(limit, now)) } })
    }
  })
}
