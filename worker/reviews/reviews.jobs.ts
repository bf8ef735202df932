import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { report } from '../lib/log'
import { drainOutbox } from '../lib/outbox'
import { judgeBadges } from './badges.topics'
import { recountRatings } from './ratings.data'
import { dueReviews, isPublished, publish, tellPublished } from './writing.data'

/** In one batch. */
const AT_ONCE = 50

export const reviewJobs: Jobs = {
  /** Who wrote is read after 72 hours, though the other side stays silent (H3). */
  publish_reviews: async (env) => {
    const db = unmetered(env)
    let count = 0
    for (;;) {
      const at = now()
      const due = await read(db, dueReviews(db, at, AT_ONCE))
      if (due.length === 0) break
      await write(
        db,
        due.flatMap((one) => [publish(db, one.id, at), ...tellPublished(db, one.side, one, at, isPublished(one.id))]),
      )
      count += due.length
    }
    if (count > 0) await drainOutbox(env)
    return count
  },
}

export const nightlyReviewJobs: Jobs = {
  /** The derived totals against a recount; a difference is told to the log and mended. */
  recount_ratings: async (env) => {
    const db = unmetered(env)
    const [, mended] = (await write(db, recountRatings(db))) as [unknown, unknown[]]
    if (mended.length > 0)
      report('ratings differed from their recount', { mentors: mended.length }, new Error('ratings'))
    return mended.length
  },
  /** Badges by the published rules alone (H4). */
  judge_badges: (env) => judgeBadges(env, 0),
}
