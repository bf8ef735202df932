import { HOLD_SECONDS, REFUND_TERMS } from '../contract/bookings.constants'
import { dateOfDay, dayOfDate, nextValidInstant, wallTimeOf } from '../contract/zone'
import { zoneDataVersion, zones } from '../lib/zones'
import type { Hold } from './holds.data'

export interface Wish {
  id: string
  offer: {
    id: string
    mentor_account_id: string
    title: string
    minutes: number
    amount_minor: number
    currency: string
    buffer_before_minutes: number
    buffer_after_minutes: number
    most_per_day: number | null
    zone: string
  }
  student: string
  wish: { start_time: string; time_zone: string; answers?: Record<string, string> | undefined }
  now: Date
}

/** The booking that a wish becomes: held for ten minutes, or confirmed at once where it costs nothing. */
export function holdOf({ id, offer, student, wish, now }: Wish): Hold {
  const start = Date.parse(wish.start_time)
  const end = start + offer.minutes * 60_000
  const wall = wallTimeOf(zones.zone(wish.time_zone), start)
  const free = offer.amount_minor === 0
  return {
    id,
    mentor_account_id: offer.mentor_account_id,
    student_account_id: student,
    offer_id: offer.id,
    offer_title: offer.title,
    minutes: offer.minutes,
    amount_minor: offer.amount_minor,
    currency: offer.currency,
    start_time: new Date(start),
    end_time: new Date(end),
    busy_from: new Date(start - offer.buffer_before_minutes * 60_000),
    busy_until: new Date(end + offer.buffer_after_minutes * 60_000),
    time_zone: wish.time_zone,
    wall_time: `${wall.date}T${wall.time}`,
    zone_data_version: zoneDataVersion,
    refund_terms: REFUND_TERMS,
    answers: wish.answers ?? {},
    state: free ? 'confirmed' : 'held',
    hold_expires_at: free ? null : new Date(now.getTime() + HOLD_SECONDS * 1000),
    day: { ...localDay(offer.zone, start), most: offer.most_per_day },
    now,
  }
}

/** The mentor's local day of an instant, as instants: "at most so many a day" counts in it. */
function localDay(name: string, at: number): { from: number; until: number } {
  const zone = zones.zone(name)
  const { date } = wallTimeOf(zone, at)
  return { from: nextValidInstant(zone, date, 0), until: nextValidInstant(zone, dateOfDay(dayOfDate(date) + 1), 0) }
}
