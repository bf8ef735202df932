import { ERRORS, type ErrorCode } from '../contract/errors'

export interface Particulars {
  detail?: string
  /** Messages by field: `email`, `/offers/0/minutes`. */
  errors?: Record<string, string[]>
  /** Further members of the problem document, such as `alternatives`. */
  more?: Record<string, unknown>
  headers?: Record<string, string>
}

/** V8's own knob on `Error`, which the types of the runtime do not name. */
const v8 = Error as unknown as { stackTraceLimit: number }

/** The one exception that becomes an answer; everything else is `unexpected`. */
export class Failure extends Error {
  readonly code: ErrorCode
  readonly particulars: Particulars

  constructor(code: ErrorCode, particulars: Particulars = {}) {
    // An answer, not a fault: nobody reads its stack, and collecting one costs more than all the rest of a 401.
    const { stackTraceLimit } = v8
    v8.stackTraceLimit = 0
    super(particulars.detail ?? ERRORS[code].title)
    v8.stackTraceLimit = stackTraceLimit
    this.code = code
    this.particulars = particulars
  }
}

export function fail(code: ErrorCode, particulars?: Particulars): never {
  throw new Failure(code, particulars)
}

/** The RFC 9457 document of a code. */
export function problemOf(code: ErrorCode, request_id: string, { detail, errors, more }: Particulars = {}) {
  const { status, title } = ERRORS[code]
  return {
    type: `/api/docs#${code}`,
    title,
    status,
    detail: detail ?? title,
    code,
    ...(errors && { errors }),
    ...more,
    request_id,
  }
}

export function problemResponse(code: ErrorCode, request_id: string, particulars: Particulars = {}): Response {
  return new Response(JSON.stringify(problemOf(code, request_id, particulars)), {
    status: ERRORS[code].status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...particulars.headers },
  })
}
