export const BOOKING_STATES = [
  'held',
  'pending',
  'confirmed',
  'in_progress',
  'completed',
  'cancelled',
  'expired',
  'student_absent',
  'mentor_absent',
  'nobody_came',
] as const
export type BookingState = (typeof BOOKING_STATES)[number]

/** States in which a booking keeps its time from others. */
export const LIVE_STATES = ['held', 'pending', 'confirmed', 'in_progress'] as const satisfies BookingState[]

export const HOLD_SECONDS = 600

/** How long a mentor may think about a request; the start minus the notice, where that is sooner (B5). */
export const ANSWER_HOURS = 48
/** A student pays within this time after a mentor took one of the times that were proposed. */
export const PROPOSAL_HOLD_HOURS = 24
export const MOST_PROPOSED = 3

export const MOVE_STATES = ['open', 'accepted', 'declined', 'withdrawn', 'expired'] as const
export type MoveState = (typeof MOVE_STATES)[number]
