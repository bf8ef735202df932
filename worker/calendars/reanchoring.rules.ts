import { instantsOf, nextValidInstant, type Zone } from '../contract/zone'

/**
 * When a session begins by these clocks whose wall time was agreed: `2026-12-15T10:00`. Where the clock shows it twice,
 * the instant nearest to the one that holds; where it skips it, the end of the gap.
 */
export function anchoredAt(zone: Zone, wall_time: string, holds: number): number {
  const [date = '', time = ''] = wall_time.split('T')
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const instants = instantsOf(zone, date, minutes)
  const far = (instant: number) => Math.abs(instant - holds)
  return instants.toSorted((a, b) => far(a) - far(b))[0] ?? nextValidInstant(zone, date, minutes)
}

/** A room that begins later or earlier than it did. */
export interface Shift {
  room_id: string
  /** The seat whose agreement counts: the first that was taken. */
  anchor_id: string
  start: number
  by: number
}

/** Those that move towards the future from the last on, the others from the first on: none runs into one that still has to move. */
export const inOrder = (shifts: readonly Shift[]): Shift[] => [
  ...shifts.filter(({ by }) => by > 0).toSorted((a, b) => b.start - a.start),
  ...shifts.filter(({ by }) => by < 0).toSorted((a, b) => a.start - b.start),
]
