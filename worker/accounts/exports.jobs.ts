import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { forgetExports, overdueExports } from './exports.data'

export const exportJobs: Jobs = {
  /** The archive first, so that a row without it is all a crash leaves. */
  sweep_exports: async (env) => {
    const db = unmetered(env)
    const over = await read(db, overdueExports(db, now()))
    if (over.length === 0) return 0
    await env.FILES.delete(over.map(({ key }) => key))
    await write(db, [
      forgetExports(
        db,
        over.map(({ id }) => id),
      ),
    ])
    return over.length
  },
}
