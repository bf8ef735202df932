import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { advanceBookings } from './bookings.data'
import { expireRequest, unansweredRequests } from './requests.data'

/** So many requests end in one run; the next run takes the rest. */
const MOST_EXPIRED = 50

export const bookingJobs: Jobs = {
  /** Requests that nobody answered end, and what was paid for them goes back (B5). */
  expire_requests: async (env) => {
    const db = unmetered(env)
    const due = await read(db, unansweredRequests(db, now(), MOST_EXPIRED))
    for (const row of due) await write(db, expireRequest(db, row, now()))
    return due.length
  },
  /** Holds end, sessions begin. Reads never wait for it (B4). */
  advance_bookings: async (env) => {
    const db = unmetered(env)
    const results = await write(db, advanceBookings(db, now()))
    return results.reduce<number>((sum, result) => sum + (Array.isArray(result) ? result.length : 0), 0)
  },
}
