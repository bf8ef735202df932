import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { forgetGoals } from './writing.data'

/** Deleted goals that nobody took back are gone for good. */
export const goalJobs: Jobs = {
  forget_goals: async (env) => {
    const db = unmetered(env)
    return ((await write(db, forgetGoals(db, now()))).at(-1) as unknown[]).length
  },
}
