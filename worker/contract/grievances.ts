import * as z from 'zod'
import { LinkToken } from './accounts'
import { Email, Id, Instant, line, Name, PageQuery, pageOf, text } from './common'
import { GRIEVANCE_LENGTH, GRIEVANCE_STATES } from './grievances.constants'

export const NewGrievance = z
  .strictObject({
    name: Name,
    email: Email,
    subject: line(1, GRIEVANCE_LENGTH.subject),
    text: text(1, GRIEVANCE_LENGTH.text),
    about: line(1, GRIEVANCE_LENGTH.about)
      .optional()
      .meta({ description: 'The address of a post, a comment, an event or a person here' }),
  })
  .meta({ id: 'NewGrievance' })

const clocks = {
  reference: z.string().meta({ description: 'G000001' }),
  filed_at: Instant,
  acknowledge_by: Instant,
  resolve_by: Instant,
}
export const GrievanceFiled = z.object(clocks).meta({ id: 'GrievanceFiled' })

const grievance = {
  ...clocks,
  state: z.enum(GRIEVANCE_STATES),
  subject: z.string(),
  text: z.string(),
  about: z.string().nullable().meta({ description: 'A path here' }),
  acknowledged_at: Instant.nullable(),
  resolved_at: Instant.nullable(),
  resolution: z.string().nullable(),
}
export const Grievance = z.object(grievance).meta({ id: 'Grievance' })
export const GrievanceToken = z.strictObject({ token: LinkToken })

export const GrievanceOfficer = z
  .object({ name: z.string(), address: z.string(), email: z.string(), phone: z.string(), hours: z.string() })
  .meta({ id: 'GrievanceOfficer' })

// What staff see and do.

export const GrievancePath = z.strictObject({ id: Id })
export const GrievanceQuery = PageQuery.extend({ state: z.enum(['open', 'resolved']).default('open') })
export const HandledGrievance = z
  .object({
    ...grievance,
    id: Id,
    name: z.string(),
    email: z.string(),
    student_id: z.string().nullable().meta({ description: 'Where it was filed by somebody who was signed in' }),
    due_at: Instant.nullable().meta({ description: 'When the clock that runs now ends' }),
    is_overdue: z.boolean(),
  })
  .meta({ id: 'HandledGrievance' })
export const HandledGrievancePage = pageOf(HandledGrievance).meta({ id: 'HandledGrievancePage' })
export const GrievanceResolution = z
  .strictObject({ resolution: text(1, GRIEVANCE_LENGTH.resolution) })
  .meta({ id: 'GrievanceResolution' })
