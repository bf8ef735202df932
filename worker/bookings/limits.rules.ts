import { weekdayOfDay } from '../contract/zone'
import type { Reason } from '../contract/exceptions.constants'
import { clockAt, dayAt, type Clock } from './clocks.rules'
import type { SlotQuery } from './slots.rules'

type Full = Extract<Reason, 'full_day' | 'full_week' | 'full_mentor_week'>
type SpanOf = (clock: Clock, instant: number) => number

const dayOf: SpanOf = ({ zone }, instant) => dayAt(zone, instant)
const weekOf: SpanOf = (clock, instant) => dayOf(clock, instant) - weekdayOfDay(dayOf(clock, instant)) + 1

/** The limit that leaves no room for one more start; days and weeks are those of the clock that the start is of. */
export function fullnessOf(query: SlotQuery, clocks: readonly Clock[]): (start: number) => Full | undefined {
  const { booked, taught, policy, most_sessions_per_week } = query
  const limits = [
    { name: 'full_day' as const, isFull: reaches(policy.most_per_day, booked, dayOf) },
    { name: 'full_week' as const, isFull: reaches(policy.most_per_week, booked, weekOf) },
    { name: 'full_mentor_week' as const, isFull: reaches(most_sessions_per_week, taught, weekOf) },
  ].filter(({ isFull }) => isFull !== undefined)
  if (limits.length === 0) return () => undefined
  return (start) => {
    const clock = clockAt(clocks, start)
    return limits.find(({ isFull }) => isFull!(clock, start))?.name
  }
}

/** The seats of one group begin together and are one session. */
function reaches(most: number | null, starts: readonly number[], spanOf: SpanOf) {
  if (most === null) return undefined
  const distinct = [...new Set(starts)]
  const counts = new Map<Clock, Map<number, number>>()
  return (clock: Clock, start: number): boolean => {
    let count = counts.get(clock)
    if (!count) {
      counts.set(clock, (count = new Map()))
      for (const other of distinct) count.set(spanOf(clock, other), (count.get(spanOf(clock, other)) ?? 0) + 1)
    }
    return (count.get(spanOf(clock, start)) ?? 0) >= most
  }
}
