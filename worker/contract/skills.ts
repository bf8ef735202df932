import * as z from 'zod'
import { Id, line, PageQuery, pageOf, text } from './common'
import { MOST_SKILL_LENGTH, MOST_SKILLS, PROPOSAL_STATES } from './skills.constants'

export const SkillName = line(1, MOST_SKILL_LENGTH)
/** What a person lists: any words; those that the taxonomy knows come back by its own name. */
export const SkillNames = z.array(SkillName).max(MOST_SKILLS)

export const SkillQuery = z.strictObject({
  q: z.string().max(200).optional().meta({ description: 'The beginning of a word of its name or of another name' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const FoundSkill = z
  .object({
    id: z.string(),
    name: z.string(),
    parent: z.string().nullable().meta({ description: 'The name of what it is a part of' }),
    matched: z.string().nullable().meta({ description: 'The other name it was found by, where it was not its own' }),
  })
  .meta({ id: 'FoundSkill' })
export const FoundSkills = pageOf(FoundSkill).meta({ id: 'FoundSkills' })

const SkillRef = z.object({ id: z.string(), name: z.string() }).meta({ id: 'SkillRef' })
export const SkillPath = z.strictObject({ id: z.string().min(1).max(100) })
export const Skill = SkillRef.extend({
  aliases: z.array(z.string()),
  parent: SkillRef.nullable(),
  children: z.array(SkillRef),
  related: z.array(SkillRef),
}).meta({ id: 'Skill' })

export const NewSkillProposal = z
  .strictObject({ name: SkillName, note: text(0, 500).nullable().optional() })
  .meta({ id: 'NewSkillProposal' })
const proposal = {
  id: Id,
  name: z.string(),
  note: z.string().nullable(),
  state: z.enum(PROPOSAL_STATES),
  created_at: z.iso.datetime(),
}
export const SkillProposal = z.object(proposal).meta({ id: 'SkillProposal' })

export const ProposalQuery = PageQuery.extend({ state: z.enum(PROPOSAL_STATES).default('proposed') })
export const ProposalPath = z.strictObject({ id: Id })
/** What staff see: who proposed it, and what became of it. */
export const ReviewedProposal = z
  .object({
    ...proposal,
    proposed_by: z.string().meta({ description: 'The student id of the person' }),
    skill_id: z.string().nullable(),
    reason: z.string().nullable(),
    decided_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ReviewedProposal' })
export const ReviewedProposals = pageOf(ReviewedProposal).meta({ id: 'ReviewedProposals' })
export const ProposalDecision = z
  .strictObject({
    decision: z.enum(['accept', 'refuse']),
    reason: text(1, 500),
    skill_id: z.string().max(100).optional().meta({ description: 'The skill that this is another name of' }),
    name: SkillName.optional().meta({ description: 'How a new skill is to be spelt, where not as proposed' }),
    parent: z.string().max(100).optional().meta({ description: 'The id of what a new skill is a part of' }),
  })
  .meta({ id: 'ProposalDecision' })
