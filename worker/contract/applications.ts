import * as z from 'zod'
import { APPLICATION_ACTS, MISSING, MOST_LINKS, QUEUES } from './applications.constants'
import { Check, GrantedCheck, LinkProof } from './checks'
import { Id, Instant, Link, MentorId, PageQuery, pageOf, text } from './common'
import { EVIDENCE_MOST } from './files.constants'
import { APPLICATION_STATES } from './mentors.constants'

const state = z.enum(APPLICATION_STATES)

/** Only the keys present change; null clears. */
export const ApplicationChange = z
  .strictObject({
    experience: text(0, 4000).nullable().optional(),
    motivation: text(0, 4000).nullable().optional(),
    links: z.array(Link).max(MOST_LINKS).nullable().optional(),
    evidence_file_ids: z.array(Id).max(EVIDENCE_MOST).nullable().optional(),
  })
  .meta({ id: 'ApplicationChange' })

export const Evidence = z
  .object({ id: Id, name: z.string(), size: z.int(), type: z.string(), url: z.string() })
  .meta({ id: 'Evidence' })

const words = {
  experience: z.string().nullable(),
  motivation: z.string().nullable(),
  links: z.array(z.string()),
  evidence: z.array(Evidence),
}
const progress = {
  mentor_id: MentorId,
  state,
  submitted_at: Instant.nullable(),
  answer_by: Instant.nullable().meta({ description: 'While submitted or in review: when we want to have answered' }),
}

export const OwnApplication = z
  .object({
    ...progress,
    ...words,
    evidence_file_ids: z.array(Id),
    decided_at: Instant.nullable(),
    decision_reason: z.string().nullable(),
    may_reapply_at: Instant.nullable().meta({ description: 'After a refusal: when it may be submitted again' }),
    missing: z.array(z.enum(MISSING)).meta({ description: 'What a submission still needs' }),
    checks: z.array(Check),
    company: z.string().nullable().meta({ description: 'What a company e-mail would prove' }),
    company_email_sent_to: z.string().nullable().meta({ description: 'A link waits there to be opened' }),
    profile_links: z.array(z.string()).meta({ description: 'Addresses of the profile that can be proven' }),
    link_proofs: z.array(LinkProof),
    snippet: z.string().meta({ description: 'HTML that a page must hold to be proven as mine' }),
  })
  .meta({ id: 'OwnApplication' })

export const ApplicationsQuery = PageQuery.extend({ state: z.enum(QUEUES).default('submitted') })
export const ListedApplication = z
  .object({ ...progress, name: z.string(), headline: z.string().nullable(), picture_url: z.string().nullable() })
  .meta({ id: 'ListedApplication' })
export const ApplicationPage = pageOf(ListedApplication).meta({ id: 'ApplicationPage' })

export const ApplicationEvent = z
  .object({
    act: z.enum(APPLICATION_ACTS),
    from: state,
    to: state,
    by: z.string().nullable().meta({ description: 'The name of who did it; null for the system' }),
    reason: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'ApplicationEvent' })

/** What staff decide from. The date of birth stays with the person; staff see the verdict. */
export const Application = ListedApplication.extend({
  ...words,
  bio: z.string().nullable(),
  company: z.string().nullable(),
  designation: z.string().nullable(),
  years_of_experience: z.int().nullable(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  profile_links: z.array(z.string()),
  email_verified: z.boolean(),
  is_of_age: z.boolean(),
  decided_at: Instant.nullable(),
  decision_reason: z.string().nullable(),
  missing: z.array(z.enum(MISSING)),
  checks: z.array(GrantedCheck),
  history: z.array(ApplicationEvent).meta({ description: 'Newest first, the last 50' }),
}).meta({ id: 'Application' })

export const Decision = z
  .strictObject({
    decision: z.enum(['approve', 'refuse']),
    reason: text(1, 500),
    seen_state: state.optional().meta({ description: 'Where given and no longer so, nothing is decided: 409' }),
  })
  .meta({ id: 'Decision' })
export const Decided = z
  .object({ mentor_id: MentorId, application_state: state, decision_reason: z.string().nullable() })
  .meta({ id: 'Decided' })
