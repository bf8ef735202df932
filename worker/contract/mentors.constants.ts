export const APPLICATION_STATES = ['draft', 'submitted', 'in_review', 'approved', 'refused'] as const
export const MENTOR_SORTS = ['relevance', 'soonest', 'rating', 'sessions', 'experience', 'price', 'newest'] as const
export type MentorSort = (typeof MENTOR_SORTS)[number]

/** By the reader's clock; the night lasts into the next morning. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening', 'night'] as const
export type DayPart = (typeof DAY_PARTS)[number]
export const DAY_PART_HOURS: Record<DayPart, { from: number; until: number }> = {
  morning: { from: 6, until: 12 },
  afternoon: { from: 12, until: 17 },
  evening: { from: 17, until: 22 },
  night: { from: 22, until: 6 },
}

/** So many skills, languages or parts of a day one search may name. */
export const MOST_SKILLS_SOUGHT = 10

/** How far ahead free times count for the filters of the directory. */
export const AVAILABLE_DAYS = 7
/** Counting stops here: "1,000+". */
export const MOST_COUNTED = 1000
