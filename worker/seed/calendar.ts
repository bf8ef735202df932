import { slots, type BusyTime, type Slot } from '../bookings/slots.rules'
import { wallTimeOf } from '../contract/zone'
import { zones } from '../lib/zones'
import { plainTimes, slotQueryOf } from '../availability/teaching.rules'
import type { offers, weekly_rules } from '../availability/availability.schema'

const MINUTE = 60_000
const DAY = 86_400_000
/** How far around a wished day a time is looked for. */
const REACH = 15 * DAY
const AWAKE = { from: 7 * 60, until: 23 * 60 }

export interface Visit {
  mentor: { key: string; zone: string }
  student: { key: string; zone: string }
  offer: typeof offers.$inferSelect
  rules: (typeof weekly_rules.$inferSelect)[]
}

/** Everybody's time: a session lies in the mentor's hours, while the student is awake, and beside all others. */
export class Calendar {
  private readonly busy = new Map<string, BusyTime[]>()
  private readonly starts = new Map<string, number[]>()

  constructor(private readonly now: number) {}

  /** Keeps a time for both, whatever their hours. */
  keep({ mentor, student, offer }: Visit, start: number): Slot {
    const end = start + offer.minutes * MINUTE
    const until = end + offer.buffer_after_minutes * MINUTE
    for (const { key } of [mentor, student]) this.busy.set(key, [...(this.busy.get(key) ?? []), { from: start, until }])
    this.starts.set(offer.id, [...(this.starts.get(offer.id) ?? []), start])
    return { start_time: start, end_time: end }
  }

  /** The `nth` free time so many days ahead or, where they are negative, back; both keep it. */
  reserve(visit: Visit, days: number, nth = 0): Slot {
    const found =
      days < 0 ? this.before(visit, this.now + days * DAY, nth) : this.after(visit, this.now + days * DAY, nth)
    if (found === undefined) throw new Error(`${visit.mentor.key} and ${visit.student.key} have no time`)
    return this.keep(visit, found)
  }

  private after(visit: Visit, from: number, nth: number): number | undefined {
    return this.free(visit, { now: this.now, from, until: from + REACH })
      .slice(0, nth + 1)
      .at(-1)
  }

  private before(visit: Visit, until: number, nth: number): number | undefined {
    const over = Math.min(until, this.now - visit.offer.minutes * MINUTE)
    const from = over - REACH
    return this.free(visit, { now: from - REACH, from, until: over }).slice(-nth - 1)[0]
  }

  private free({ mentor, student, offer, rules }: Visit, when: { now: number; from: number; until: number }): number[] {
    const busy = [...(this.busy.get(mentor.key) ?? []), ...(this.busy.get(student.key) ?? [])]
    const given = (this.starts.get(offer.id) ?? []).map((start) => ({ offer_id: offer.id, start }))
    const times = { ...plainTimes(mentor.zone, rules), given }
    const zone = zones.zone(student.zone)
    const isAwake = (start: number) => {
      const { minutes } = wallTimeOf(zone, start)
      return minutes >= AWAKE.from && minutes + offer.minutes <= AWAKE.until
    }
    const found = [...slots(slotQueryOf(times, offer, when, busy))].map(({ start_time }) => start_time)
    const decent = found.filter(isAwake)
    return decent.length > 0 ? decent : found
  }
}
