import * as z from 'zod'
import { DisplayId, Id, Instant, PageQuery, pageOf, text } from './common'
import { CommunityPerson } from './community.people'
import { TOPICS } from './community.constants'
import {
  APPEAL_LENGTH,
  CASE_CAUSES,
  CASE_STATES,
  DECISIONS,
  FLAG_LENGTH,
  FLAG_REASONS,
  MODERATION_ACTS,
} from './flags.constants'

export const NewFlag = z
  .strictObject({
    post_id: Id.optional(),
    comment_id: Id.optional(),
    reason: z.enum(FLAG_REASONS),
    text: text(0, FLAG_LENGTH).optional(),
  })
  .refine(({ post_id, comment_id }) => (post_id === undefined) !== (comment_id === undefined), {
    path: ['post_id'],
    message: 'A post or a comment, and not both',
  })
  .meta({ id: 'NewFlag' })
const thing = { post_id: Id, comment_id: Id.nullable().meta({ description: 'Null: the post itself' }) }
export const Flagged = z
  .object({ id: Id, ...thing, reason: z.enum(FLAG_REASONS), flagged_at: Instant })
  .meta({ id: 'Flagged' })

export const HidingPath = z.strictObject({ id: Id })
/** What an author may know of their own hidden post or comment, and may do about it. */
export const Hiding = z
  .object({
    ...thing,
    text: z.string(),
    hidden_at: Instant,
    is_decided: z
      .boolean()
      .meta({ description: 'By a moderator; otherwise the weight of flags hid it until one decides' }),
    reasons: z.array(z.enum(FLAG_REASONS)).meta({ description: 'What people flagged it for' }),
    staff_reason: z.string().nullable(),
    may_edit: z.boolean().meta({ description: 'Once while it is hidden; then it is looked at again' }),
    may_appeal: z.boolean(),
    appealed_at: Instant.nullable(),
  })
  .meta({ id: 'Hiding' })
export const NewAppeal = z.strictObject({ text: text(1, APPEAL_LENGTH) }).meta({ id: 'NewAppeal' })

export const CaseQuery = PageQuery.extend({ state: z.enum(CASE_STATES).default('open') })
export const ActPath = z.strictObject({ id: Id })
const Flag = z.object({
  reason: z.enum(FLAG_REASONS),
  text: z.string().nullable(),
  weight: z.number(),
  flagged_at: Instant,
  flagged_by: DisplayId.nullable(),
})
const Act = z.object({
  id: Id,
  act: z.enum(MODERATION_ACTS),
  reason: z.string().meta({ description: 'Empty where the weight of flags hid it' }),
  by: z.string().nullable().meta({ description: 'A name; null: the weight of flags' }),
  acted_at: Instant,
  is_hidden: z.boolean().meta({ description: 'How the thing was from then on' }),
  reverses: Id.nullable(),
  may_reverse: z.boolean(),
})
/** Everything that brought a post or comment into the queue once, until it is decided. */
export const FlagCase = z
  .object({
    id: Id,
    state: z.enum(CASE_STATES),
    cause: z.enum(CASE_CAUSES),
    opened_at: Instant.meta({ description: 'The oldest comes first' }),
    edited_at: Instant.nullable().meta({ description: 'The author changed it while it was hidden' }),
    weight: z.number(),
    flags: z.array(Flag),
    appeal: z.object({ text: z.string(), may_decide: z.boolean() }).nullable().meta({
      description: 'Another moderator than the one who hid it decides',
    }),
    decided_at: Instant.nullable(),
    decision: z.enum(DECISIONS).nullable(),
    decision_reason: z.string().nullable(),
    subject: z.object({
      ...thing,
      text: z.string().meta({ description: 'The last words, also of one that its author removed' }),
      author: CommunityPerson.nullable(),
      created_at: Instant,
      edited_at: Instant.nullable(),
      is_removed: z.boolean(),
      is_hidden: z.boolean(),
    }),
    context: z.object({
      post_text: z.string(),
      topic: z.enum(TOPICS),
      parent_text: z.string().nullable().meta({ description: 'What the comment answers' }),
    }),
    acts: z.array(Act).meta({ description: 'On this post or comment, the latest first' }),
  })
  .meta({ id: 'FlagCase' })
export const FlagCasePage = pageOf(FlagCase).meta({ id: 'FlagCasePage' })
const Reason = text(1, 1000)
export const CaseDecision = z.strictObject({ act: z.enum(DECISIONS), reason: Reason }).meta({ id: 'CaseDecision' })
export const Reversal = z.strictObject({ reason: Reason }).meta({ id: 'Reversal' })
