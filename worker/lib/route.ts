import type { SQL } from 'drizzle-orm'
import type { Context } from 'hono'
import type * as z from 'zod'
import type { ErrorCode } from '../contract/errors'
import type { Role } from '../contract/accounts.constants'
import type { Database, Meter, Statement } from './database'
import type { Environment } from './environment'
import type { Remembered } from './idempotency'
import type { Limit } from './limits'

/**
 * Who may call. `signed_in` is any account; a role asks for that grant; `approved_mentor` for a listed one; `organizer`
 * for a mentor or an admin.
 */
export type Access = 'anyone' | 'signed_in' | Role | 'approved_mentor' | 'organizer'

/** The person behind a request, as the admit batch found them. */
export interface Account {
  id: string
  session_id: string
  seen_at: Date
  name: string
  email: string
  email_verified: boolean
  roles: Role[]
  student_id: string
  mentor_id: string | null
  mentor_approved: boolean
  time_zone: string
  picture_url: string | null
  /** YYYY-MM-DD; who has not said is treated as a minor (A7). */
  date_of_birth: string | null
  /** This session passed a second factor; staff roles count only in such a session. */
  second_factor: boolean
  /** Staff roles are granted and wait for a second factor in this session. */
  staff_roles_waiting: boolean
  /** Closing was asked for, and can still be taken back. */
  closing_at: Date | null
  /** When this session began: what is grave asks for a recent one. */
  signed_in_at: Date
}

type Shape = z.ZodType | undefined
type Out<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

/** What a declaration may build its facts from: validated input and the caller as a subquery. */
export interface Asked<B extends Shape = Shape, Q extends Shape = Shape, P extends Shape = Shape> {
  body: Out<B>
  query: Out<Q>
  params: Out<P>
  /** The id of the signed-in account as a scalar subquery, null for visitors. */
  me: SQL<string>
  now: Date
  env: Environment
  headers: Headers
}
/** What a person must have done before they may do this: proven their address (A5), said when they were born (A7). */
export type Need = 'verified_email' | 'birth_date'
/** What everything that reaches another person asks for. */
export const TO_REACH_OTHERS: Need[] = ['verified_email', 'birth_date']
export type Facts = Record<string, Statement>
type Found<F extends Facts> = { [K in keyof F]: F[K]['_']['result'] }

export interface Declaration<B extends Shape, Q extends Shape, P extends Shape, F extends Facts> {
  method: 'get' | 'post' | 'put' | 'delete'
  /** Below /api, with the trailing slash; both forms are served. */
  path: `/${string}/`
  operationId: string
  summary: string
  body?: B
  query?: Q
  params?: P
  returns: Record<number, z.ZodType | null>
  needs?: Need[]
  fails?: ErrorCode[]
  idempotent?: boolean
  /** Public reads carry an ETag and may be cached; everything else is no-store. */
  shared?: boolean
  /** Takes the body as it came, for signatures. */
  raw?: boolean
  /** Takes files in these fields of a form: the body stays a stream for the handler. Its path lies below `/files/`. */
  upload?: string[]
  /** Durable counters that protect people. */
  limits?: (asked: Asked<B, Q, P>) => Limit[]
  /** Read in the same trip that admits the caller. */
  facts?: (db: Database, asked: Asked<B, Q, P>) => F
  /** Rows that this route may read at most; the budget test holds it. */
  rows?: number
}

export interface Spine {
  request_id: string
  operation: string
  now: Date
  db: Database
  meter: Meter
  body_text: string
  verdicts: Partial<Record<'json' | 'query' | 'param', z.ZodSafeParseResult<unknown>>>
}
export interface Admitted<B extends Shape, Q extends Shape, P extends Shape, F extends Facts> extends Spine {
  body: Out<B>
  query: Out<Q>
  params: Out<P>
  facts: Found<F>
  /** Undefined only where access is `anyone`. */
  account: Account
  visitor: Account | undefined
  remember: Remembered
}
export type Call<
  B extends Shape = Shape,
  Q extends Shape = Shape,
  P extends Shape = Shape,
  F extends Facts = Facts,
> = Context<{
  Bindings: Environment
  Variables: Admitted<B, Q, P, F>
}>
type Handler<B extends Shape, Q extends Shape, P extends Shape, F extends Facts> = (
  c: Call<B, Q, P, F>,
) => Response | Promise<Response>

export interface Route<
  B extends Shape = any,
  Q extends Shape = any,
  P extends Shape = any,
  F extends Facts = any,
> extends Declaration<B, Q, P, F> {
  access: Access
}

/** Access first: a route that names no rule does not compile. */
export const route = <
  F extends Facts = Record<never, never>,
  B extends Shape = undefined,
  Q extends Shape = undefined,
  P extends Shape = undefined,
>(
  access: Access,
  declaration: Declaration<B, Q, P, F>,
): Route<B, Q, P, F> => ({ access, ...declaration })

export interface Slice {
  routes: { declared: Route; handler: Handler<any, any, any, any> }[]
  on: <B extends Shape, Q extends Shape, P extends Shape, F extends Facts>(
    declared: Route<B, Q, P, F>,
    handler: Handler<B, Q, P, F>,
  ) => Slice
}

export function slice(): Slice {
  const routes: Slice['routes'] = []
  const made: Slice = {
    routes,
    on(declared, handler) {
      routes.push({ declared: declared as Route, handler })
      return made
    },
  }
  return made
}

/** Wraps a handler so that it runs only for those who may call it, with its facts at hand. */
export type Admit = (
  declared: Route,
  handle: Handler<any, any, any, any>,
) => (c: Call<any, any, any, any>) => Promise<Response>
