/** Six digits from a random 32-bit number. */
export const sixDigits = (random: number): string => String(random % 1_000_000).padStart(6, '0')
