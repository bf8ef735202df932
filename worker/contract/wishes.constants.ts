/** Why a mentor is proposed; each with what it speaks of. */
export const MATCH_REASONS = ['skills', 'related', 'budget', 'soon', 'hours', 'sessions'] as const
export const MATCHES_MOST = 3
