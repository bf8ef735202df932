/** One e-mail, one account, however it is typed (A1). */
export const emailKey = (email: string): string => email.normalize('NFKC').toLowerCase()

/** Six digits from a random 32-bit number. */
export const sixDigits = (random: number): string => String(random % 1_000_000).padStart(6, '0')

/** Of the digits that are typed on the screen; the link of the same mail lives longer. */
export const CODE_MINUTES = 30
/** Wrong digits before a code is worth nothing. */
export const CODE_TRIES = 5
/** How long a new address waits for its link to be opened. */
export const WISH_HOURS = 24
/** How long an address that was left behind can take the change back (A5). */
export const UNDO_HOURS = 72
