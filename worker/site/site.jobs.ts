import { sql } from 'drizzle-orm'
import { unmetered, read } from '../lib/database'
import { report } from '../lib/log'
import type { Jobs } from '../lib/jobs'

/** Derived totals against a recount; a difference is told to the log and mended. */
export const siteJobs: Jobs = {
  recount_totals: async (env) => {
    const db = unmetered(env)
    const mended = await read(
      db,
      db.all<{ id: number }>(sql`update platform_totals set
          total_students = (select count(*) from students),
          total_mentors = (select count(*) from mentors where application_state = 'approved'),
          total_sessions = (select count(*) from bookings where state = 'completed')
        where total_students <> (select count(*) from students)
          or total_mentors <> (select count(*) from mentors where application_state = 'approved')
          or total_sessions <> (select count(*) from bookings where state = 'completed')
        returning id`),
    )
    if (mended.length > 0) report('totals differed from their recount', {}, new Error('platform_totals'))
    return mended.length
  },
}
