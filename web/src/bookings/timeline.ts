import { relativeDay, type Place } from '../lib/time'
import { m } from '../lib/messages'
import type { Booking } from './bookings.queries'

export type Day = { date: string; title: string; items: Booking[] }

/** Sessions by the day on which they begin in this zone, in the order they came. */
export function daysOf(bookings: readonly Booking[], place: Place, now: number): Day[] {
  const days: Day[] = []
  for (const booking of bookings) {
    const date = place.date(booking.start_time)
    const last = days.at(-1)
    if (last?.date === date) last.items.push(booking)
    else days.push({ date, title: titleOf(place, booking.start_time, now), items: [booking] })
  }
  return days
}

/** "Today, Thursday 26 November"; further away the date alone. */
function titleOf(place: Place, instant: string, now: number): string {
  const near = relativeDay(place, instant, now)
  const words: string[] = [m.time_today(), m.time_tomorrow(), m.time_yesterday()]
  const isNear = words.includes(near)
  return isNear ? m.booking_near_day({ near, day: place.longDay(instant) }) : place.longDay(instant)
}
