import { ERRORS, type ErrorCode } from '../contract/errors'

export interface Particulars {
  detail?: string
  /** Messages by field: `email`, `/offers/0/minutes`. */
  errors?: Record<string, string[]>
  /** Further members of the problem document, such as `alternatives`. */
  more?: Record<string, unknown>
  headers?: Record<string, string>
}

/** The one exception that becomes an answer; everything else is `unexpected`. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly particulars: Particulars = {},
  ) {
    super(particulars.detail ?? ERRORS[code].title)
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
