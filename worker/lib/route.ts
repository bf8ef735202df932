import { zValidator } from '@hono/zod-validator'
import type { SQL } from 'drizzle-orm'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { describeRoute, resolver, uniqueSymbol } from 'hono-openapi'
import type * as z from 'zod'
import { Problem, ERRORS, type ErrorCode } from '../contract/errors'
import type { Role } from '../contract/accounts.constants'
import type { Database, Meter, Statement } from './database'
import type { Environment } from './environment'
import { fail } from './failure'
import type { Remembered } from './idempotency'
import type { Limit } from './limits'

/** Who may call. `signed_in` is any account; a role asks for that grant; `approved_mentor` for a listed one. */
export type Access = 'anyone' | 'signed_in' | Role | 'approved_mentor'

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
  fails?: ErrorCode[]
  idempotent?: boolean
  /** Public reads carry an ETag and may be cached; everything else is no-store. */
  shared?: boolean
  /** Takes the body as it came, for signatures. */
  raw?: boolean
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

type Application = Hono<{ Bindings: Environment; Variables: Spine }>

/** One Hono application of all slices. `admit` comes from accounts, so that the spine knows no slice. */
export function mount(app: Application, slices: Slice[], admit: Admit): Application {
  for (const { routes } of slices) {
    for (const { declared, handler } of routes) {
      const chain = [
        description(declared),
        remarks(declared),
        ...validators(declared),
        checked(declared, admit(declared, handler)),
      ]
      // A non-strict application matches paths whose trailing slash was cut.
      app.on(declared.method.toUpperCase(), declared.path.slice(0, -1), ...(chain as [MiddlewareHandler]))
    }
  }
  return app
}

/** Tests set CHECK_ANSWERS: every answer must then be what the declaration promises. */
function checked(declared: Route, act: (c: any) => Promise<Response>) {
  return async (c: Call) => {
    const response = await act(c)
    if (!c.env.CHECK_ANSWERS || response.status >= 400 || response.status === 101) return response
    const schema = declared.returns[response.status]
    if (schema === undefined) throw new Error(`${declared.operationId} does not declare ${response.status}`)
    schema?.parse(await response.clone().json())
    return response
  }
}

/** What the outer middleware wants to know of the route that answered. */
const remarks =
  ({ operationId, shared }: Route): MiddlewareHandler =>
  async (c, next) => {
    c.set('operation', operationId)
    await next()
    if (!c.res.headers.has('cache-control')) {
      c.res.headers.set('cache-control', shared ? 'public, max-age=0, must-revalidate' : 'no-store')
    }
  }

/**
 * The library validates, but its verdict is kept instead of answered: 401, 403 and 404 come before 422, and they are
 * known only after the first trip.
 */
function keep<T extends 'json' | 'query' | 'param'>(target: T, schema: z.ZodType): MiddlewareHandler {
  const validate = zValidator(
    target,
    schema,
    (verdict, c) =>
      void ((c.get('verdicts' as never) as Spine['verdicts'])[target] = verdict.data as z.ZodSafeParseResult<unknown>),
    {
      validationFunction: async (shape, value) =>
        ({ success: true, data: await (shape as z.ZodType).safeParseAsync(value) }) as never,
    },
  )
  return Object.assign(validate as MiddlewareHandler, { [uniqueSymbol]: { target, ...resolver(schema) } })
}

function validators({ body, query, params, raw }: Route): MiddlewareHandler[] {
  return [
    ...(params ? [keep('param', params)] : []),
    ...(query ? [keep('query', query)] : []),
    ...(body && !raw ? [jsonOnly, keep('json', body)] : []),
  ]
}

/** No body at all is an empty object; anything else must say that it is JSON, and be it. */
const jsonOnly: MiddlewareHandler<{ Variables: Spine }> = async (c, next) => {
  const type = c.req.header('content-type') ?? ''
  if (c.var.body_text === '') c.req.bodyCache.json = Promise.resolve({})
  else if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) fail('unsupported_media_type')
  else c.req.bodyCache.json = Promise.resolve(parsed(c.var.body_text))
  await next()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    fail('malformed_json')
  }
}

function description({
  access,
  operationId,
  summary,
  returns,
  fails = [],
  idempotent,
  path,
}: Route): MiddlewareHandler {
  const answers = Object.entries(returns).map(([status, schema]) => [
    status,
    schema
      ? { description: summary, content: { 'application/json': { schema: resolver(schema) } } }
      : { description: summary },
  ])
  const codes: ErrorCode[] = [...(access === 'anyone' ? [] : (['not_signed_in'] as const)), ...fails]
  const problems = Object.groupBy(codes, (code) => ERRORS[code].status)
  const failures = Object.entries(problems).map(([status, of]) => [
    status,
    { description: of?.join(', ') ?? '', content: { 'application/problem+json': { schema: resolver(Problem) } } },
  ])
  return describeRoute({
    operationId,
    summary,
    tags: [path.split('/')[1] ?? 'site'],
    defaultValidationErrorResponse: false,
    ...(access !== 'anyone' && { security: [{ session: [] }, { token: [] }], description: `Access: ${access}` }),
    ...(idempotent && {
      parameters: [
        {
          in: 'header',
          name: 'Idempotency-Key',
          required: false,
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
      ],
    }),
    responses: Object.fromEntries([...answers, ...failures]),
  } as Parameters<typeof describeRoute>[0])
}
