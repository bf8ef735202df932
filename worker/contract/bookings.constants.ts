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

/** Until `hours_before` the start, `percent` of what was paid comes back. */
export interface RefundTerm {
  hours_before: number
  percent: number
}
export const REFUND_TERMS: RefundTerm[] = [
  { hours_before: 24, percent: 100 },
  { hours_before: 0, percent: 50 },
]
