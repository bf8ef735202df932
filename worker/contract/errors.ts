import * as z from 'zod'

/** The closed list of error codes: each has one HTTP status and one plain title. */
export const ERRORS = {
  malformed_json: { status: 400, title: 'The body is not valid JSON.' },
  invalid_signature: { status: 400, title: 'The signature does not match.' },
  not_signed_in: { status: 401, title: 'You are not signed in.' },
  invalid_credentials: { status: 401, title: 'The e-mail, id or password is not right.' },
  foreign_origin: { status: 403, title: 'This request came from another site.' },
  role_required: { status: 403, title: 'Your account may not do this.' },
  email_unverified: { status: 403, title: 'Confirm your e-mail address first.' },
  birth_date_required: { status: 403, title: 'Tell us your date of birth first.' },
  guardian_consent_required: { status: 403, title: 'A parent or guardian has to agree first.' },
  recent_sign_in_required: { status: 403, title: 'Sign in again first, to show that it is you.' },
  adults_only: { status: 403, title: 'This offer is for adults.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  slot_taken: { status: 409, title: 'This time was taken a moment ago.' },
  email_taken: { status: 409, title: 'This e-mail already has an account.' },
  hold_expired: { status: 409, title: 'The time you held has been given back.' },
  not_taking_students: { status: 409, title: 'This mentor takes no new students at the moment.' },
  limit_reached: { status: 409, title: 'There can be no more of these.' },
  state_conflict: { status: 409, title: 'This can no longer be done.' },
  storage_full: { status: 409, title: 'There is no room left for this file.' },
  undeliverable: { status: 409, title: 'This cannot be delivered.' },
  reply_needed: { status: 409, title: 'Wait for an answer before you write again.' },
  body_too_large: { status: 413, title: 'The body is too large.' },
  unsupported_media_type: { status: 415, title: 'This kind of content is not taken here.' },
  invalid_input: { status: 422, title: 'Some of this needs another look.' },
  idempotency_key_reused: { status: 422, title: 'This key was used for another request.' },
  too_many_requests: { status: 429, title: 'Too many tries. Wait a little.' },
  maintenance: { status: 503, title: 'AspireX is being looked after. Back soon.' },
  gateway_unavailable: { status: 503, title: 'The payment provider does not answer.' },
  unexpected: { status: 500, title: 'Something went wrong on our side.' },
} as const

export type ErrorCode = keyof typeof ERRORS

const Span = z.object({ start_time: z.iso.datetime(), end_time: z.iso.datetime() })

/** RFC 9457 problem details, the one shape of every error. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    errors: z.record(z.string(), z.array(z.string())).optional().meta({ description: 'Messages by field' }),
    request_id: z.string(),
    alternatives: z.array(Span).max(3).optional().meta({ description: 'With slot_taken: the nearest free times' }),
  })
  .meta({ id: 'Problem' })
