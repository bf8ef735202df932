import { ACKNOWLEDGE_HOURS, RESOLVE_DAYS, type GrievanceState } from '../contract/grievances.constants'

const HOUR = 3_600_000

export const clocksFrom = (filed: Date) => ({
  acknowledge_by: new Date(filed.getTime() + ACKNOWLEDGE_HOURS * HOUR),
  resolve_by: new Date(filed.getTime() + RESOLVE_DAYS * 24 * HOUR),
})

/** So long before a clock runs out staff are told of it. */
export const WARNED_HOURS = { acknowledge: 4, resolve: 72 } as const
export type ClockName = keyof typeof WARNED_HOURS
export const STAGES = ['soon', 'over'] as const

/** Each is told once. */
export const causesOf = (id: string, ...clocks: ClockName[]): string[] =>
  clocks.flatMap((clock) => STAGES.map((stage) => `grievance:${id}:${clock}:${stage}`))

export const grievanceState = (row: { acknowledged_at: Date | null; resolved_at: Date | null }): GrievanceState =>
  row.resolved_at ? 'resolved' : row.acknowledged_at ? 'acknowledged' : 'filed'

/** What a complaint is about, as a path of this site; undefined where it is a page of another one, or none. */
export function pathHere(about: string, origin: string): string | undefined {
  if (!URL.canParse(about, origin)) return undefined
  const url = new URL(about, origin)
  return url.origin === new URL(origin).origin && url.pathname !== '/' ? url.pathname + url.hash : undefined
}
