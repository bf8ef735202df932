import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { advanceBookings } from './bookings.data'

export const bookingJobs: Jobs = {
  /** Holds end, sessions begin and are over. Reads never wait for it (B4). */
  advance_bookings: async (env) => {
    const db = unmetered(env)
    const results = await write(db, advanceBookings(db, now()))
    return results.reduce<number>((sum, result) => sum + (Array.isArray(result) ? result.length : 0), 0)
  },
}
