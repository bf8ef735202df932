import { m } from '../lib/messages'

type Terms = { minutes: number; minimum_notice_minutes: number; horizon_days: number }
const MINUTE = 60_000

/** What is wrong with each of the proposed times, in their order; undefined where nothing is, or nothing stands there yet. */
export function timeFaults(starts: readonly (string | undefined)[], offer: Terms, now: number): (string | undefined)[] {
  return starts.map((start, i) => {
    if (start === undefined) return undefined
    const at = Date.parse(start)
    if (at < now + offer.minimum_notice_minutes * MINUTE) return m.propose_too_soon()
    if (at > now + offer.horizon_days * 1440 * MINUTE) return m.propose_too_far({ count: offer.horizon_days })
    const overlaps = (other: string | undefined) =>
      other !== undefined && Math.abs(Date.parse(other) - at) < offer.minutes * MINUTE
    return starts.slice(0, i).some(overlaps) ? m.propose_overlap() : undefined
  })
}
