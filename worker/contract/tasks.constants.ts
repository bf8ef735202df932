/**
 * `session_clash`: the clocks of a zone changed, and the agreed wall time of a session is taken by another.
 * `grievance_clock`: the time to acknowledge or to resolve a complaint ends soon, or is over.
 */
export const TASK_KINDS = ['session_clash', 'grievance_clock'] as const
export type TaskKind = (typeof TASK_KINDS)[number]
