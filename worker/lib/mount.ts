import { zValidator } from '@hono/zod-validator'
import type { Hono, MiddlewareHandler } from 'hono'
import { describeRoute, resolver, uniqueSymbol } from 'hono-openapi'
import type * as z from 'zod'
import { ERRORS, Problem, type ErrorCode } from '../contract/errors'
import type { Environment } from './environment'
import { fail } from './failure'
import type { Admit, Call, Route, Slice, Spine } from './route'

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

function validators({ body, query, params, raw, upload }: Route): MiddlewareHandler[] {
  return [
    ...(params ? [keep('param', params)] : []),
    ...(query ? [keep('query', query)] : []),
    ...(body && !raw && !upload ? [jsonOnly, keep('json', body)] : []),
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

/** A form with a file in each of these fields. */
const formOf = (fields: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field, { type: 'string', format: 'binary' }])),
})

function description({
  access,
  operationId,
  summary,
  body,
  returns,
  needs = [],
  fails = [],
  idempotent,
  upload,
  path,
}: Route): MiddlewareHandler {
  const answers = Object.entries(returns).map(([status, schema]) => [
    status,
    schema
      ? { description: summary, content: { 'application/json': { schema: resolver(schema) } } }
      : { description: summary },
  ])
  const codes = new Set<ErrorCode>([
    ...(access === 'anyone' ? [] : (['not_signed_in'] as const)),
    ...(access === 'anyone' || access === 'signed_in' ? [] : (['role_required'] as const)),
    ...(needs.includes('verified_email') ? (['email_unverified'] as const) : []),
    ...(needs.includes('birth_date') ? (['birth_date_required'] as const) : []),
    ...(body ? (['malformed_json', 'body_too_large', 'unsupported_media_type', 'invalid_input'] as const) : []),
    ...fails,
  ])
  const problems = Object.groupBy([...codes], (code) => ERRORS[code].status)
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
    ...(upload && { requestBody: { content: { 'multipart/form-data': { schema: formOf(upload) } } } }),
    responses: Object.fromEntries([...answers, ...failures]),
  } as Parameters<typeof describeRoute>[0])
}
