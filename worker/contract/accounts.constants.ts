export const ROLES = ['student', 'mentor', 'support', 'moderator', 'finance', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const PASSWORD_LENGTH = { least: 8, most: 256 } as const
export const TERMS_VERSION = '2026-11'
/** A stated age below this cannot register (A7). */
export const LEAST_AGE = 13
