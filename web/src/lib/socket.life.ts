/** The life of a reconnecting socket, without the socket: what happened → what to do next. */
export type SocketLife =
  | { state: 'connecting'; failures: number }
  | { state: 'live'; failures: number }
  | { state: 'waiting'; failures: number; delayMs: number }
  | { state: 'offline'; failures: number }
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

const MOST_FAILURES = 6
const SESSION_OVER = 4401
const REMOVED = 4403
const FINAL = [SESSION_OVER, REMOVED]

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
      if (FINAL.includes(happening.code)) return { state: 'ended', failures, code: happening.code }
      if (life.state === 'offline') return life
      return { state: 'waiting', failures: failures + 1, delayMs: delayAfter(failures, random) }
    case 'waited':
      return life.state === 'waiting' ? { state: 'connecting', failures } : life
    case 'online':
      return life.state === 'live' || life.state === 'connecting' ? life : { state: 'connecting', failures: 0 }
    case 'offline':
      return { state: 'offline', failures: 0 }
  }
}
