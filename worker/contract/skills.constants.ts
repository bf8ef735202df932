export const PROPOSAL_STATES = ['proposed', 'accepted', 'refused'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** How long a skill's name may be, in graphemes. */
export const MOST_SKILL_LENGTH = 60
/** How many of them one list of a profile holds. */
export const MOST_SKILLS = 40
