import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { forgetViewers } from './views.data'

export const viewJobs: Jobs = {
  forget_viewers: async (env) => {
    const db = unmetered(env)
    return ((await write(db, [forgetViewers(db, now())])).at(-1) as unknown[]).length
  },
}
