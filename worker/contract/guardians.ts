import * as z from 'zod'
import { Email, MentorId, Name } from './common'
import { CONSENT_DECISIONS, CONSENT_STATES } from './guardians.constants'

const Consent = z
  .object({
    mentor_id: MentorId,
    mentor_name: z.string(),
    state: z.enum(CONSENT_STATES),
    requested_at: z.iso.datetime(),
    decided_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'GuardianConsent' })
export const Guardian = z.object({ email: z.string().nullable(), consents: z.array(Consent) }).meta({ id: 'Guardian' })

export const GuardianChange = z.strictObject({ email: Email }).meta({ id: 'GuardianChange' })
export const ConsentRequest = z.strictObject({ mentor_id: MentorId }).meta({ id: 'ConsentRequest' })

const token = z.string().min(20).max(100)
export const ConsentProof = z.strictObject({ token }).meta({ id: 'ConsentProof' })
/** What a guardian reads before deciding. */
export const ConsentPage = z
  .object({
    child_name: z.string(),
    state: z.enum(CONSENT_STATES),
    requested_at: z.iso.datetime(),
    decided_at: z.iso.datetime().nullable(),
    mentor: z.object({
      mentor_id: MentorId,
      name: z.string(),
      headline: z.string().nullable(),
      picture_url: z.string().nullable(),
    }),
  })
  .meta({ id: 'ConsentPage' })
export const ConsentDecision = z
  .strictObject({
    token,
    decision: z.enum(CONSENT_DECISIONS),
    name: Name.optional().meta({ description: 'Of the guardian; an agreement is signed with it' }),
    is_guardian: z.literal(true, 'Only a parent or guardian of full age can decide').optional(),
  })
  .refine(({ decision, name }) => decision !== 'agree' || name !== undefined, { error: 'Required', path: ['name'] })
  .refine(({ decision, is_guardian }) => decision !== 'agree' || is_guardian === true, {
    error: 'Only a parent or guardian of full age can agree',
    path: ['is_guardian'],
  })
  .meta({ id: 'ConsentDecision' })
