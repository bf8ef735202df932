/** `session_clash`: the clocks of a zone changed, and the agreed wall time of a session is taken by another. */
export const TASK_KINDS = ['session_clash'] as const
export type TaskKind = (typeof TASK_KINDS)[number]
