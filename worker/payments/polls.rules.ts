const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** An order is first asked about at this age (C5). */
export const firstPoll = (created_at: Date): Date => new Date(created_at.getTime() + 15 * MINUTE)

/** Every five minutes at first, then ever more rarely, and after three days no more. */
export function nextPoll(created_at: Date, now: Date): Date | null {
  const age = now.getTime() - created_at.getTime()
  return age > 3 * DAY ? null : new Date(now.getTime() + Math.max(5 * MINUTE, age / 8))
}
