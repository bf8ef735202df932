/** Length of a session. */
export const MINUTES = { least: 10, most: 240 } as const
export const MOST_SLOT_DAYS = 31
