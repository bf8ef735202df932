/** Length of a session. */
export const MINUTES = { least: 10, most: 240 } as const
export const MOST_SLOT_DAYS = 31

export const OFFER_KINDS = ['one_to_one', 'intro', 'group'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]
export const SEATS = { least: 2, most: 50 } as const

/** What the next seat of a group costs once `taken` are gone; the first entry stands at 0. */
export interface SeatPrice {
  taken: number
  amount_minor: number
}
export interface Question {
  id: string
  text: string
  required: boolean
}
export const MOST_QUESTIONS = 8

/** Whether somebody whom the mentor has not taught yet may book, may ask, or neither. */
export const NEW_STUDENTS = ['open', 'by_request', 'paused'] as const
export type NewStudents = (typeof NEW_STUDENTS)[number]

/** Until `hours_before` the start, `percent` of what was paid comes back; in order, and nothing afterwards. */
export interface RefundTerm {
  hours_before: number
  percent: number
}
export const REFUND_POLICIES = ['flexible', 'moderate', 'strict'] as const
export type RefundPolicy = (typeof REFUND_POLICIES)[number]
export const REFUND_TERMS: Record<RefundPolicy, RefundTerm[]> = {
  flexible: [
    { hours_before: 24, percent: 100 },
    { hours_before: 0, percent: 50 },
  ],
  moderate: [
    { hours_before: 48, percent: 100 },
    { hours_before: 24, percent: 50 },
  ],
  strict: [
    { hours_before: 168, percent: 100 },
    { hours_before: 48, percent: 50 },
  ],
}
