import * as z from 'zod'
import { CHECK_KINDS, CHECKERS, LINK_PROOF_STATES } from './applications.constants'
import { Email, Id, Instant, line, Link, MentorId, text } from './common'

const kind = z.enum(CHECK_KINDS)

/** Nothing on a page is called checked without one of these. */
export const Check = z
  .object({
    kind,
    subject: z.string().meta({ description: 'The name, the company or the address that was checked' }),
    via: z.string().nullable().meta({ description: 'With company_email by system: the domain that answered' }),
    checked_at: Instant,
    checked_by: z.enum(CHECKERS),
  })
  .meta({ id: 'Check' })
export type Check = z.infer<typeof Check>

/** As staff see it. */
export const GrantedCheck = Check.extend({
  id: Id,
  note: z.string().nullable().meta({ description: 'What was looked at; never public' }),
  staff_name: z.string().nullable(),
}).meta({ id: 'GrantedCheck' })

export const NewCheck = z
  .strictObject({
    kind,
    subject: line(1, 500).meta({ description: 'What was looked at, as the profile says it now' }),
    note: text(1, 500),
  })
  .meta({ id: 'NewCheck' })
export const CheckPath = z.strictObject({ mentor_id: MentorId, id: Id })
export const CheckRemoval = z.strictObject({ reason: text(1, 500) }).meta({ id: 'CheckRemoval' })

export const CompanyEmail = z.strictObject({ email: Email }).meta({ id: 'CompanyEmail' })
export const CompanyEmailProof = z.strictObject({ token: z.string().min(1).max(100) }).meta({ id: 'CompanyEmailProof' })
export const Mailed = z.object({}).meta({ id: 'Mailed' })

export const ProfileLink = z.strictObject({ url: Link }).meta({ id: 'ProfileLink' })
export const LinkProof = z
  .object({ url: z.string(), state: z.enum(LINK_PROOF_STATES), asked_at: Instant })
  .meta({ id: 'LinkProof' })
export const LinkProofAsked = LinkProof.extend({
  snippet: z.string().meta({ description: 'HTML that the page must hold' }),
}).meta({ id: 'LinkProofAsked' })
