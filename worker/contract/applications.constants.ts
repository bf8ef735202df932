/** What a submission needs before a person reads it, in the order in which it is told. */
export const MISSING = ['headline', 'bio', 'skills', 'experience', 'motivation', 'email', 'birth_date', 'age'] as const
export type Missing = (typeof MISSING)[number]

/** Graphemes that a text must have. */
export const LEAST = { bio: 100, experience: 50, motivation: 50 } as const

export const MOST_LINKS = 5
/** Monday to Friday, by which the answer is there. */
export const ANSWER_WORKING_DAYS = 3
/** After a refusal, so that there is time to improve what was missing. */
export const REAPPLY_DAYS = 7

/** What can happen to an application; `check` and `uncheck` leave its state alone. */
export const APPLICATION_ACTS = ['submit', 'withdraw', 'review', 'approve', 'refuse', 'check', 'uncheck'] as const
export type ApplicationAct = (typeof APPLICATION_ACTS)[number]
/** States in which an application is a matter for staff. */
export const QUEUES = ['submitted', 'in_review', 'approved', 'refused'] as const

export const CHECK_KINDS = ['identity', 'company_email', 'profile_link'] as const
export type CheckKind = (typeof CHECK_KINDS)[number]
export const CHECKERS = ['staff', 'system'] as const

/** How the reading of a profile page that shall be proven stands; a page that was proven is a check. */
export const LINK_PROOF_STATES = ['waiting', 'unreachable', 'not_linked'] as const
export type LinkProofState = (typeof LINK_PROOF_STATES)[number]
