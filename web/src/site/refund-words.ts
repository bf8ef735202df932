import { m } from '../lib/messages'

const DAY_HOURS = 24

/** "until 24 hours before", "until 7 days before", "until the start". */
export function untilWords(hoursBefore: number): string {
  if (hoursBefore === 0) return m.cancellation_until_start()
  if (hoursBefore % DAY_HOURS === 0 && hoursBefore > 2 * DAY_HOURS)
    return m.cancellation_until_days({ count: hoursBefore / DAY_HOURS })
  return m.cancellation_until_hours({ count: hoursBefore })
}
