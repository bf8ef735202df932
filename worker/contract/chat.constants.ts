export const MESSAGE_LENGTH = { graphemes: 8000, bytes: 32 * 1024 } as const
export const FRAME_BYTES = 64 * 1024
export const PAGE_OF_MESSAGES = 50
/** A student's messages before the mentor's first answer (D9). */
export const UNANSWERED_MOST = 3

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
