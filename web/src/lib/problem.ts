import type { ErrorCode } from '../../../worker/contract/errors'
import { m } from './messages'

type Code = ErrorCode | 'unreachable'
type Span = { start_time: string; end_time: string }

const WORDS: Record<Code, () => string> = {
  malformed_json: m.problem_unexpected,
  invalid_signature: m.problem_invalid_signature,
  not_signed_in: m.problem_not_signed_in,
  invalid_credentials: m.problem_invalid_credentials,
  foreign_origin: m.problem_foreign_origin,
  role_required: m.problem_role_required,
  email_unverified: m.problem_email_unverified,
  birth_date_required: m.problem_birth_date_required,
  guardian_consent_required: m.problem_guardian_consent_required,
  recent_sign_in_required: m.problem_recent_sign_in_required,
  adults_only: m.problem_adults_only,
  not_taking_students: m.problem_not_taking_students,
  limit_reached: m.problem_limit_reached,
  not_found: m.problem_not_found,
  slot_taken: m.problem_slot_taken,
  email_taken: m.problem_email_taken,
  hold_expired: m.problem_hold_expired,
  state_conflict: m.problem_state_conflict,
  storage_full: m.problem_storage_full,
  undeliverable: m.problem_undeliverable,
  reply_needed: m.problem_reply_needed,
  body_too_large: m.problem_body_too_large,
  unsupported_media_type: m.problem_unsupported_media_type,
  invalid_input: m.problem_invalid_input,
  idempotency_key_reused: m.problem_unexpected,
  too_many_requests: m.problem_too_many_requests,
  maintenance: m.problem_maintenance,
  gateway_unavailable: m.problem_gateway_unavailable,
  unexpected: m.problem_unexpected,
  unreachable: m.problem_unreachable,
}

/** Every way a call can fail, also the network's: what the server answered, or `unreachable` without an answer. */
export class Problem extends Error {
  override name = 'Problem'

  constructor(
    readonly code: Code,
    readonly status: number,
    readonly fields: Record<string, string[]> = {},
    readonly requestId?: string,
    readonly alternatives: Span[] = [],
  ) {
    super(code)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads an RFC 9457 body; anything else (a proxy's page, nothing at all) is `unexpected`. */
export function problemFrom(status: number, body: unknown): Problem {
  if (!isRecord(body) || typeof body.code !== 'string') return new Problem('unexpected', status)
  const code = body.code in WORDS ? (body.code as Code) : 'unexpected'
  const fields = isRecord(body.errors) ? (body.errors as Record<string, string[]>) : {}
  const requestId = typeof body.request_id === 'string' ? body.request_id : undefined
  const alternatives = Array.isArray(body.alternatives) ? (body.alternatives as Span[]) : []
  return new Problem(code, status, fields, requestId, alternatives)
}

/** What a person reads. */
export function wordsOf(error: unknown): string {
  return error instanceof Problem ? WORDS[error.code]() : m.problem_unexpected()
}

/** The server's word on one field of a form, by its wire name. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof Problem)) return undefined
  return (error.fields[field] ?? error.fields[`/${field}`])?.[0]
}

/** True where a retry of the same call can help. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof Problem) || error.code === 'unreachable' || error.status >= 500
}
