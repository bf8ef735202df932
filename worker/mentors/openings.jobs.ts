import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { report } from '../lib/log'
import * as data from './openings.data'
import { compareOpenings, rewriteOpenings } from './openings.topics'

/** Written by one batch, and by one run of the job. */
const AT_ONCE = 50
const MOST = 400

export const openingJobs: Jobs = {
  /** What only the passing of time makes old: each mentor at most once an hour and at least once a day. */
  refresh_openings: async (env) => {
    const db = unmetered(env)
    let count = 0
    while (count < MOST) {
      const due = await read(db, data.dueListings(db, now(), AT_ONCE))
      if (due.length === 0) break
      await rewriteOpenings(
        env,
        due.map(({ account_id }) => account_id),
      )
      count += due.length
    }
    return count
  },
}

export const nightlyOpeningJobs: Jobs = {
  /** Everything derived against what it follows from; a difference is told to the log and mended. */
  compare_openings: async (env) => {
    const db = unmetered(env)
    const stray = await read(db, data.strayListings(db))
    if (stray.length > 0) {
      report('listings differed from who is listed', { mentors: stray.length }, new Error('listings'))
      await write(
        db,
        data.relist(
          db,
          stray.map(({ account_id }) => account_id),
        ),
      )
    }
    return stray.length + (await compareOpenings(env, 0))
  },
}
