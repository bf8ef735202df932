import { RELEASE_HOURS } from '../contract/payouts.constants'
import { now } from '../lib/clock'
import { unmetered, read, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { dueReleases, forgetReleases, postReleases } from './ledger.releases.data'

const HOUR = 3_600_000

export const ledgerJobs: Jobs = {
  /** Lets mentors have what they earned, when the time to object is over (C8). */
  release_earnings: async (env) => {
    const db = unmetered(env)
    const at = now().getTime()
    const due = await read(db, dueReleases(db, new Date(at - RELEASE_HOURS * HOUR)))
    if (due.length === 0) return 0
    const releases = due.map(({ order_id }) => ({ order_id, at }))
    await write(db, [postReleases(db, releases), forgetReleases(db, releases)])
    return due.length
  },
}
