import type { BookingState } from './bookings.constants'

/** So many goals one student has room for, so many steps a goal has, and so many of them a mentor may propose at once. */
export const MOST_GOALS = 50
export const MOST_STEPS = 30
export const MOST_PROPOSED_STEPS = 5

export const GOAL_TITLE_LENGTH = 120
export const GOAL_NOTE_LENGTH = 1000
export const STEP_TITLE_LENGTH = 160

export const MOST_TAKEAWAYS = 3
export const TAKEAWAY_LENGTH = 300
export const NEXT_STEPS_LENGTH = 1000

/** A deleted goal can be taken back for so long. */
export const RESTORE_HOURS = 24

/** In these a mentor sees the goals that were shared with the booking. */
export const SHARING_STATES = [
  'pending',
  'confirmed',
  'in_progress',
  'completed',
  'student_absent',
  'mentor_absent',
  'nobody_came',
] as const satisfies BookingState[]
/** The two were together, or are: there is something to take along. */
export const TAKEAWAY_STATES = ['in_progress', 'completed'] as const satisfies BookingState[]
