export const GRIEVANCE_STATES = ['filed', 'acknowledged', 'resolved'] as const
export type GrievanceState = (typeof GRIEVANCE_STATES)[number]
export const GRIEVANCE_LENGTH = { subject: 120, text: 5000, about: 500, resolution: 4000 } as const
/** An officer acknowledges a complaint within this time. */
export const ACKNOWLEDGE_HOURS = 24
/** And answers it within this one. */
export const RESOLVE_DAYS = 15
