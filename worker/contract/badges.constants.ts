/** What a badge is measured by; all of it follows from sessions and reviews. */
export const BADGE_MEASURES = [
  'sessions',
  'recent_sessions',
  'rating',
  'recent_absences',
  'recent_cancellations',
  'returning_students',
] as const
export type BadgeMeasure = (typeof BADGE_MEASURES)[number]

/** How far back `recent` reaches. */
export const RECENT_DAYS = 90

export interface BadgeCondition {
  measure: BadgeMeasure
  at_least?: number
  at_most?: number
}

export const BADGES = ['trusted', 'reliable', 'returned_to', 'seasoned'] as const
export type Badge = (typeof BADGES)[number]

/** The published rules (H4): whoever meets all conditions of a badge has it, and nobody else. */
export const BADGE_RULES: Record<Badge, readonly BadgeCondition[]> = {
  trusted: [
    { measure: 'sessions', at_least: 25 },
    { measure: 'rating', at_least: 4.8 },
    { measure: 'recent_absences', at_most: 0 },
  ],
  reliable: [
    { measure: 'recent_sessions', at_least: 10 },
    { measure: 'recent_absences', at_most: 0 },
    { measure: 'recent_cancellations', at_most: 0 },
  ],
  returned_to: [{ measure: 'returning_students', at_least: 5 }],
  seasoned: [{ measure: 'sessions', at_least: 100 }],
}
