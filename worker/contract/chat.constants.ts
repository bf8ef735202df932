export const MESSAGE_LENGTH = { graphemes: 8000, bytes: 32 * 1024 } as const
export const FRAME_BYTES = 64 * 1024
export const PAGE_OF_MESSAGES = 50
/** How long an author may change or take back a message (D7). */
export const EDIT_HOURS = 24
/** Different reactions of one message. */
export const REACTIONS_MOST = 12
export const ATTACHMENTS_MOST = 6
/** Changed messages that one answer brings. */
export const CHANGES_AT_ONCE = 100
/** Messages on either side of a reported one that moderators see with it. */
export const REPORT_AROUND = 20
export const REPORT_REASONS = ['spam', 'harassment', 'outside_payment', 'danger', 'other'] as const
export const CONVERSATION_FILTERS = ['unread', 'pinned', 'archived', 'mentors', 'students'] as const
/** What happened to a session that its two people have in common. */
export const SESSION_EVENTS = ['session_confirmed', 'session_moved', 'session_cancelled'] as const

/** A student's messages before the mentor's first answer (D9). */
export const UNANSWERED_MOST = 3

/** How soon a mentor usually answers a student, where it can be said. */
export const ANSWERS_IN = ['an_hour', 'a_few_hours', 'a_day', 'a_few_days'] as const
/** An answer needs this many before it, within so many days. */
export const ANSWERS_LEAST = 5
export const ANSWERS_DAYS = 90
/** A file that was brought and never sent goes after this time. */
export const UNSENT_HOURS = 24

/** Why a socket was closed by us. */
export const CLOSE = {
  third_bad_frame: 4400,
  session_over: 4401,
  removed: 4403,
  client_id_reused: 4409,
  frame_too_large: 4413,
  too_fast: 4429,
  restart: 1012,
} as const
