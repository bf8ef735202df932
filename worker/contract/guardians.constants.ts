export const CONSENT_STATES = ['requested', 'agreed', 'refused', 'withdrawn'] as const
export type ConsentState = (typeof CONSENT_STATES)[number]
export const CONSENT_DECISIONS = ['agree', 'refuse', 'withdraw'] as const
