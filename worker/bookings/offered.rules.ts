import { slotQueryOf, type TeachingTimes } from '../availability/teaching.rules'
import type { OfferKind, SeatPrice } from '../contract/availability.constants'
import { seatPrice } from './holds.rules'
import { slots, type BusyTime, type Slot, type SlotPolicy, type SlotQuery } from './slots.rules'

const MINUTE = 60_000
const DAY = 86_400_000

/** A group that has begun to fill. */
export interface Group {
  start: number
  taken: number
}
export interface OfferedSlot extends Slot {
  seats_left?: number
  amount_minor?: number
}
interface GroupOffer {
  id: string
  kind: OfferKind
  amount_minor: number
  seats: number | null
  seat_prices: readonly SeatPrice[]
}
export type OfferedOffer = GroupOffer & SlotPolicy
export interface OfferedQuery extends SlotQuery {
  offer: GroupOffer
  groups: readonly Group[]
  /** When the person who asks is busy: the groups they sit in already, and everything else. */
  mine: readonly BusyTime[]
}

/** The question about one offer; `mine` is when the person who asks is busy. */
export function offeredQuery(
  times: TeachingTimes,
  offer: OfferedOffer,
  span: { now: number; from: number; until: number },
  mine: readonly BusyTime[] = [],
): OfferedQuery {
  const taken = new Map<number, number>()
  if (offer.kind === 'group')
    for (const { offer_id, start } of times.teaching)
      if (offer_id === offer.id) taken.set(start, (taken.get(start) ?? 0) + 1)
  const groups = [...taken].map(([start, count]) => ({ start, taken: count })).toSorted((a, b) => a.start - b.start)
  return { ...slotQueryOf(times, offer, span), offer, groups, mine }
}

/** What can be booked: free times, and seats in groups that others have begun; soonest first. */
export function* offered(query: OfferedQuery): Generator<OfferedSlot> {
  const free = { ...query, busy: [...query.busy, ...query.mine] }
  if (query.offer.kind !== 'group') return yield* slots(free)
  const joinable = query.groups.filter((group) => isJoinable(query, group)).map((group) => seatIn(query, group))
  for (const slot of slots(free)) {
    while (joinable[0] && joinable[0].start_time < slot.start_time) yield joinable.shift()!
    yield { ...slot, ...seatsOf(query.offer, 0) }
  }
  yield* joinable
}

/** The offered time that begins at this instant. */
export function offeredAt(query: OfferedQuery, start: number): OfferedSlot | undefined {
  return offered({ ...query, from: start, until: start + 1 }).next().value ?? undefined
}

/** At most `count` of what the query offers, the nearest to `around` first, the earlier of two equally near ones first. */
export function nearestOffered(query: OfferedQuery, around: number, count: number): OfferedSlot[] {
  const found: OfferedSlot[] = []
  let later = 0
  for (const slot of offered(query)) {
    if (slot.start_time === around) continue
    found.push(slot)
    if (slot.start_time > around && ++later === count) break
  }
  const distance = (slot: Slot) => Math.abs(slot.start_time - around)
  return found.sort((a, b) => distance(a) - distance(b)).slice(0, count)
}

function isJoinable({ offer, policy, mine, now, from, until }: OfferedQuery, { start, taken }: Group): boolean {
  const end = start + policy.minutes * MINUTE
  return (
    taken < (offer.seats ?? 0) &&
    start >= Math.max(from, now + policy.minimum_notice_minutes * MINUTE) &&
    start < until &&
    start <= now + policy.horizon_days * DAY &&
    mine.every((busy) => busy.until <= start || busy.from >= end)
  )
}

const seatIn = ({ offer, policy }: OfferedQuery, { start, taken }: Group): OfferedSlot => ({
  start_time: start,
  end_time: start + policy.minutes * MINUTE,
  ...seatsOf(offer, taken),
})

const seatsOf = (offer: GroupOffer, taken: number) => ({
  seats_left: (offer.seats ?? 0) - taken,
  amount_minor: seatPrice(offer, taken).amount_minor,
})

/** As it crosses the wire. */
export const slotView = ({ start_time, end_time, ...seats }: OfferedSlot) => ({
  start_time: new Date(start_time),
  end_time: new Date(end_time),
  ...seats,
})
