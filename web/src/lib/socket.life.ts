import { CLOSE } from '../../../worker/contract/chat.constants'

/** The life of a reconnecting socket, without the socket: what happened → what to do next. */
export type SocketLife =
  /** `after` is why it was closed before, where that matters to what comes. */
  | { state: 'connecting'; failures: number; after?: number }
  | { state: 'live'; failures: number }
  | { state: 'waiting'; failures: number; delayMs: number; after: number }
  | { state: 'offline'; failures: number }
  /** Nobody has looked for a while: closed by us, and opened again for whoever looks. */
  | { state: 'resting'; failures: number }
  /** The server said that coming back is of no use. */
  | { state: 'ended'; failures: number; code: number }

export type Happening =
  | { type: 'opened' }
  /** Open long enough to count as working: the next back-off starts from nothing. */
  | { type: 'steady' }
  | { type: 'closed'; code: number }
  | { type: 'waited' }
  | { type: 'online' }
  | { type: 'offline' }
  /** The tab was hidden for long. */
  | { type: 'unseen' }
  | { type: 'seen' }

const MOST_FAILURES = 6
/** Too fast is answered by slowing down: the first try after it waits as long as a third one. */
const FAILURES_OF_HASTE = 2
/** Everybody is sent away by a restart at once, and comes back one after the other. */
const RESTART_MS = 2000

export const BORN: SocketLife = { state: 'connecting', failures: 0 }

/** 2^n − 1 seconds ± 20 %: at once, 1 s, 3 s, 7 s … at most about a minute, and never all browsers together. */
export function delayAfter(failures: number, random: number): number {
  return (2 ** Math.min(failures, MOST_FAILURES) - 1) * 1000 * (0.8 + 0.4 * random)
}

export function next(life: SocketLife, happening: Happening, random: number): SocketLife {
  if (life.state === 'ended') return life
  const { failures } = life
  switch (happening.type) {
    case 'opened':
      return { state: 'live', failures }
    case 'steady':
      return life.state === 'live' ? { state: 'live', failures: 0 } : life
    case 'closed':
      return closed(life, happening.code, random)
    case 'waited':
      return life.state === 'waiting' ? { state: 'connecting', failures, after: life.after } : life
    case 'online':
      return life.state === 'waiting' || life.state === 'offline' ? BORN : life
    case 'offline':
      return life.state === 'resting' ? life : { state: 'offline', failures: 0 }
    case 'unseen':
      return life.state === 'offline' ? life : { state: 'resting', failures: 0 }
    case 'seen':
      return life.state === 'resting' ? BORN : life
  }
}

function closed(life: SocketLife, code: number, random: number): SocketLife {
  const { failures } = life
  if (code === CLOSE.session_over) return { state: 'ended', failures, code }
  // Who was removed asks once more, for a block still lets one read; a door that stays shut is an answer.
  if (life.state === 'connecting' && life.after === CLOSE.removed)
    return { state: 'ended', failures, code: CLOSE.removed }
  if (life.state === 'offline' || life.state === 'resting') return life
  return { state: 'waiting', failures: failures + 1, delayMs: delayOf(code, failures, random), after: code }
}

function delayOf(code: number, failures: number, random: number): number {
  if (code === CLOSE.restart) return Math.max(RESTART_MS * random, delayAfter(failures, random))
  return delayAfter(code === CLOSE.too_fast ? Math.max(failures, FAILURES_OF_HASTE) : failures, random)
}

/** Why the line is cut, where the server said so. */
export const closedBy = (life: SocketLife): number | undefined => (life.state === 'waiting' ? life.after : undefined)
