export const APPLICATION_STATES = ['draft', 'submitted', 'in_review', 'approved', 'refused'] as const
export const MENTOR_SORTS = ['sessions', 'price', 'newest'] as const
export type MentorSort = (typeof MENTOR_SORTS)[number]
