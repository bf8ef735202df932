export const FLAG_REASONS = [
  'spam',
  'harassment',
  'hate',
  'sexual',
  'self_harm',
  'misinformation',
  'private_information',
  'other',
] as const
export type FlagReason = (typeof FLAG_REASONS)[number]

export const FLAG_LENGTH = 1000
export const APPEAL_LENGTH = 2000
export const FLAGS_A_DAY = 20

/** Flags weigh 1, those of accounts that are new or have no proven address half; from `hides` on the thing is hidden. */
export const FLAG_WEIGHT = { trusted: 1, untrusted: 0.5, hides: 3, trusted_after_days: 7 } as const
/** So long a moderation act can be reversed (E4). */
export const REVERSAL_DAYS = 30

export const CASE_STATES = ['open', 'decided'] as const
export type CaseState = (typeof CASE_STATES)[number]
/** Why a case is in the queue: people flagged it, its author edited it while it was hidden, or appeals. */
export const CASE_CAUSES = ['flags', 'edit', 'appeal'] as const
export type CaseCause = (typeof CASE_CAUSES)[number]
/** hide: it is hidden, or stays so. restore: a hidden one is shown again. keep: a shown one stays as it is. */
export const DECISIONS = ['hide', 'restore', 'keep'] as const
export type Decision = (typeof DECISIONS)[number]
/** Beside decisions: hidden by the weight of flags, and an act taken back. */
export const MODERATION_ACTS = [...DECISIONS, 'auto_hide', 'reverse'] as const
export type ModerationAct = (typeof MODERATION_ACTS)[number]
