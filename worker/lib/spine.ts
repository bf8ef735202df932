import type { Context, ErrorHandler, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ensureClock, now } from './clock'
import { database } from './database'
import { isDevelopment, type Environment } from './environment'
import { Failure, fail, problemResponse } from './failure'
import { newId } from './ids'
import { isShed } from './limits'
import { record, report } from './log'
import { drainOutbox } from './outbox'
import type { Spine } from './route'

type Wire = { Bindings: Environment; Variables: Spine }

export const BODY_MOST = 256 * 1024
/** A file, and the frame of the form that carries it. */
const UPLOAD_MOST = 10_485_760 + 64 * 1024
const isUpload = (c: Context): boolean => c.req.path.startsWith('/api/files/')

/** Request id, clock, meter and the headers of every answer. */
export const begin: MiddlewareHandler<Wire> = async (c, next) => {
  await ensureClock(c.env)
  const at = now()
  const meter = { trips: 0, rows_read: 0, rows_written: 0 }
  c.set('request_id', newId(at))
  c.set('now', at)
  c.set('meter', meter)
  c.set('db', database(c.env.DB, meter))
  c.set('verdicts', {})
  c.set('body_text', '')
  await next()
  if (c.res.status === 101) return
  dress(c)
  log(c)
  if (c.req.method !== 'GET' && c.res.status < 400) c.executionCtx.waitUntil(drainOutbox(c.env))
}

function dress(c: Context<Wire>): void {
  const { headers } = c.res
  headers.set('x-request-id', c.var.request_id)
  headers.set('x-server-now', c.var.now.toISOString())
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  if (!headers.has('content-security-policy'))
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  if (c.env.CHECK_ANSWERS) headers.set('x-trips', `${c.var.meter.trips} ${c.var.meter.rows_read}`)
}

function log(c: Context<Wire>): void {
  if (isDevelopment(c.env)) return
  record('request', {
    request_id: c.var.request_id,
    method: c.req.method,
    operation: c.var.operation,
    status: c.res.status,
    ms: now().getTime() - c.var.now.getTime(),
    trips: c.var.meter.trips,
    rows_read: c.var.meter.rows_read,
  })
}

/** Sheds load and reads the body once, before the database is asked. What lies below `unshed` proves itself otherwise. */
export const receive =
  (...unshed: string[]): MiddlewareHandler<Wire> =>
  async (c, next) => {
    const isFlood = !unshed.some((path) => c.req.path.startsWith(path)) && (await isShed(c.env, c.req.raw.headers))
    if (isFlood) fail('too_many_requests', { headers: { 'retry-after': '60' } })
    const hasText = c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isUpload(c)
    if (hasText) c.set('body_text', await c.req.text())
    await next()
  }

const tooLarge = () => fail('body_too_large')
const limitJson = bodyLimit({ maxSize: BODY_MOST, onError: tooLarge })
const limitUpload = bodyLimit({ maxSize: UPLOAD_MOST, onError: tooLarge })
export const limitBody: MiddlewareHandler<Wire> = (c, next) => (isUpload(c) ? limitUpload : limitJson)(c, next)

/** Every exception becomes a problem document; what it really was goes to the log under the same request id. */
export const onError: ErrorHandler<Wire> = (error, c) => {
  const request_id = c.get('request_id') ?? 'none'
  if (error instanceof Failure) return problemResponse(error.code, request_id, error.particulars)
  if (error.name === 'BodyLimitError') return problemResponse('body_too_large', request_id)
  report('unexpected', { request_id, operation: c.get('operation') }, error)
  return problemResponse('unexpected', request_id)
}

export const onMissing = (c: Context<Wire>): Response => problemResponse('not_found', c.get('request_id') ?? 'none')
