import { MOST_PROPOSED } from '../contract/bookings.constants'
import type { Hold } from './holds.data'
import { answerBy, holdOf, type HeldOffer, type Wish } from './holds.rules'

const MINUTE = 60_000
const DAY = 86_400_000

/** Why these times cannot be proposed; undefined where they can. */
export function timesFault(
  starts: readonly string[],
  {
    minutes,
    minimum_notice_minutes,
    horizon_days,
  }: Pick<HeldOffer, 'minutes' | 'minimum_notice_minutes'> & { horizon_days: number },
  now: Date,
): string | undefined {
  const times = starts.map((start) => Date.parse(start)).toSorted((a, b) => a - b)
  if (times.length > MOST_PROPOSED) return `At most ${MOST_PROPOSED} times`
  if (times.some((time) => time % MINUTE !== 0)) return 'Times are whole minutes'
  if (times.some((time) => time < now.getTime() + minimum_notice_minutes * MINUTE))
    return 'This is too soon for the mentor'
  if (times.some((time) => time > now.getTime() + horizon_days * DAY)) return 'This is too far ahead for the mentor'
  if (times.some((time, i) => i > 0 && time < times[i - 1]! + minutes * MINUTE)) return 'The times overlap each other'
  return undefined
}

/** A proposed time is a request that is paid for only once it is taken (B5). */
export function proposalOf(wish: Wish, proposal_id: string): Hold {
  const hold = holdOf({ ...wish, by_request: true })
  return {
    ...hold,
    state: 'pending',
    proposal_id,
    hold_expires_at: null,
    answer_by: answerBy(hold.start_time.getTime(), wish.offer.minimum_notice_minutes, wish.now),
  }
}
