import { BADGE_RULES, BADGES, type Badge, type BadgeCondition, type BadgeMeasure } from '../contract/badges.constants'
import { scoreOf } from './ratings.rules'

/** Counts of one mentor; a score follows from the reviews. */
export interface Counts {
  sessions: number
  recent_sessions: number
  recent_absences: number
  recent_cancellations: number
  returning_students: number
  review_count: number
  review_sum: number
}

/** Null where there is nothing to measure yet. The score is the one that the directory sorts by, in hundredths. */
function measured({ review_count, review_sum, ...counts }: Counts, measure: BadgeMeasure): number | null {
  if (measure !== 'rating') return counts[measure]
  const score = scoreOf({ count: review_count, sum: review_sum })
  return score === 0 ? null : score / 100
}

function standingIn(counts: Counts, { measure, at_least, at_most }: BadgeCondition) {
  const have = measured(counts, measure)
  const is_met = have !== null && have >= (at_least ?? -Infinity) && have <= (at_most ?? Infinity)
  return { measure, at_least: at_least ?? null, at_most: at_most ?? null, have, is_met }
}

/** How a mentor stands to each condition of each badge. */
export const standingsOf = (counts: Counts) =>
  BADGES.map((badge) => ({
    badge,
    conditions: BADGE_RULES[badge].map((condition) => standingIn(counts, condition)),
  }))

export const earned = (counts: Counts): Badge[] =>
  standingsOf(counts)
    .filter(({ conditions }) => conditions.every(({ is_met }) => is_met))
    .map(({ badge }) => badge)
