export const REVIEW_SIDES = ['student', 'mentor'] as const
/** Who wrote: a student about a mentor, for everybody to read, or a mentor about a student, for that student alone. */
export type ReviewSide = (typeof REVIEW_SIDES)[number]

/** So long after a session was judged it may be reviewed, and so long a review stays hidden from the other side (H3). */
export const REVIEW_DAYS = 14
export const HIDDEN_HOURS = 72

export const STARS = { least: 1, most: 5 } as const
export const REVIEW_LENGTH = 2000
export const REPLY_LENGTH = 1000
export const REPORT_LENGTH = 500

/** Under so many reviews a mentor is new, without a score. */
export const SCORED_FROM = 3
/** As if so many reviews of this mean had been there before the first one. */
export const SCORE_PRIOR = { reviews: 5, mean_hundredths: 450 } as const
/** What the directory offers to ask for. */
export const RATINGS_SOUGHT = [4, 4.5] as const

export const REPORT_STATES = ['open', 'removed', 'kept'] as const
export type ReportState = (typeof REPORT_STATES)[number]
export const REPORT_DECISIONS = ['remove', 'remove_reply', 'keep'] as const
export type ReportDecision = (typeof REPORT_DECISIONS)[number]
