import { slotQueryOf, type TeachingTimes } from '../availability/teaching.rules'
import type { MoveState } from '../contract/bookings.constants'
import type { BusyTime, SlotPolicy, SlotQuery } from './slots.rules'

interface Moving {
  offer_id: string
  minutes: number
  start_time: Date
  end_time: Date
  busy_from: Date
  busy_until: Date
}

/** The question which times this session could have instead: everything as if it were not there, with its own length. */
export function movingQuery(
  times: TeachingTimes,
  policy: SlotPolicy,
  row: Moving,
  learning: readonly BusyTime[],
  span: { now: number; from: number; until: number },
): SlotQuery {
  const own = row.start_time.getTime()
  const others = { ...times, teaching: times.teaching.filter(({ start }) => start !== own) }
  const elsewhere = learning.filter(({ from, until }) => from !== own || until !== row.end_time.getTime())
  const kept = {
    ...policy,
    id: row.offer_id,
    minutes: row.minutes,
    buffer_before_minutes: (own - row.busy_from.getTime()) / 60_000,
    buffer_after_minutes: (row.busy_until.getTime() - row.end_time.getTime()) / 60_000,
  }
  return slotQueryOf(others, kept, span, elsewhere)
}

interface Sides {
  mentor_account_id: string
}
export const sideOf = (row: Sides, account_id: string): 'mentor' | 'student' =>
  account_id === row.mentor_account_id ? 'mentor' : 'student'

interface AskedMove {
  id: string
  by_account_id: string
  state: MoveState
  start_time: Date
  reason: string | null
  answer_by: Date
}
/** A wish for another time as the two see it; the session keeps its length. */
export const moveView = (row: Sides & Moving, { by_account_id, ...move }: AskedMove) => ({
  id: move.id,
  by: sideOf(row, by_account_id),
  state: move.state,
  start_time: move.start_time,
  end_time: new Date(move.start_time.getTime() + row.end_time.getTime() - row.start_time.getTime()),
  reason: move.reason,
  answer_by: move.answer_by,
})
