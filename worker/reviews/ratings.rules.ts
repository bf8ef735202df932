import type { Badge } from '../contract/badges.constants'
import { SCORE_PRIOR, SCORED_FROM } from '../contract/reviews.constants'

export interface Totals {
  count: number
  sum: number
}

/** The score in hundredths, rounded half up, 0 while there is none: in whole numbers, as the view `listed_mentors` has it. */
export function scoreOf({ count, sum }: Totals): number {
  if (count < SCORED_FROM) return 0
  const { reviews, mean_hundredths } = SCORE_PRIOR
  return Math.floor((2 * (reviews * mean_hundredths + 100 * sum) + reviews + count) / (2 * (reviews + count)))
}

/** As it is shown: one decimal, or nothing for who is new. */
export const ratingOf = (totals: Totals): number | null =>
  totals.count < SCORED_FROM ? null : Math.round(scoreOf(totals) / 10) / 10

/** The lowest score that is shown as this rating. */
export const leastScoreFor = (rating: number): number => Math.round(rating * 100) - 5

export const standingView = (row: { review_count: number; review_sum: number; badges: Badge[] }) => ({
  rating: ratingOf({ count: row.review_count, sum: row.review_sum }),
  rating_count: row.review_count,
  badges: row.badges,
})
