export const PROPOSERS = ['student', 'mentor'] as const
export type Proposer = (typeof PROPOSERS)[number]

export const MENTOR_NOTE_LENGTH = 5000
/** So many skills two people have room for. */
export const MOST_LEARNED = 60
/** So many sessions the page of one student shows, the latest first. */
export const SESSIONS_SHOWN = 20
/** So many mentors the progress of a student names, the newest first; its totals count all of them. */
export const MOST_MENTORS_SHOWN = 50
export const MOST_LEARNED_SHOWN = 300
/** Of the sessions drawn week by week. */
export const PROGRESS_WEEKS = 12
