const MINUTE = 60_000

/** The room of a session is open from before its start until after its end. */
export const OPENS_BEFORE_MS = 10 * MINUTE
export const CLOSES_AFTER_MS = 30 * MINUTE
/** How often a page says that its person is still here, and the silence after which they are not. */
export const HEARTBEAT_MS = 20_000
export const SILENCE_MS = 60_000
/** So long somebody waits for another who never comes, before that is an absence (H1). */
export const WAITED_MS = 10 * MINUTE
export const CONTEST_HOURS = 72
/** The chat of a group outlives its session. */
export const GROUP_CHAT_DAYS = 14

/** Characters, and bytes, so that the whole text fits into one frame. */
export const NOTES_LENGTH = { graphemes: 10_000, bytes: 40 * 1024 } as const
export const REASON_LENGTH = 1000

export const VERDICTS = ['completed', 'student_absent', 'mentor_absent', 'nobody_came'] as const
export type Verdict = (typeof VERDICTS)[number]

export const CONTEST_STATES = ['open', 'upheld', 'dismissed'] as const
export type ContestState = (typeof CONTEST_STATES)[number]

/** Where a booking has a room: agreed, taking place or over. */
export const ROOM_STATES = ['confirmed', 'in_progress', ...VERDICTS] as const
export type RoomState = (typeof ROOM_STATES)[number]
