/** How many minutes before a session its people are reminded, the earliest first (B12). */
export const REMINDERS = [1440, 60, 10] as const
export type Reminder = (typeof REMINDERS)[number]

const MINUTE = 60_000

/** A reminder is due from its time until the next one's: whoever was away does not get all three at once. */
export function reminderSpan(minutes: Reminder, now: Date): { after: number; until: number } {
  const next = REMINDERS[REMINDERS.indexOf(minutes) + 1] ?? 0
  return { after: now.getTime() + next * MINUTE, until: now.getTime() + minutes * MINUTE }
}
