import { LEAST_AGE } from '../contract/accounts.constants'

/** Whole years on the given local date, both as YYYY-MM-DD. */
export function ageOn(today: string, dateOfBirth: string): number {
  const years = Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return today.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}

/** A stated age under 13 cannot register (A7). */
export const isTooYoung = (today: string, dateOfBirth: string): boolean => ageOn(today, dateOfBirth) < LEAST_AGE

const SESSION_DAYS = 30
export const sessionEnd = (from: Date): Date => new Date(from.getTime() + SESSION_DAYS * 86_400_000)

/** A short name of a device for the list of sessions; not an identification. */
export function deviceOf(userAgent: string | undefined): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent ?? '')?.[1] ?? 'Client'
  const system = /(Android|iPhone|iPad|Windows|Mac OS|Linux)/.exec(userAgent ?? '')?.[1] ?? 'unknown system'
  return `${{ Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser}, ${system}`
}
