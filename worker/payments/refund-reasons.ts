import { bookableOffer, weekOf } from '../availability/availability.data'
import type { BookingRow } from '../bookings/bookings.data'
import { bookedOf, busyOf } from '../bookings/holds.data'
import { nearestFree } from '../bookings/slots.rules'
import { readAll, type Database } from '../lib/database'
import { slotQuery } from '../availability/availability.rules'
import { timeIn } from '../notifications/wording'

/** Why money comes back, in words; a cancellation needs none, for its own notice tells it. */
export async function reasonFor(
  db: Database,
  code: string,
  booking: BookingRow,
  now: Date,
): Promise<string | undefined> {
  if (code === 'paid_twice') return 'This session had been paid for already.'
  if (code !== 'time_taken') return undefined
  const times = await alternativesTo(db, booking, now)
  const free =
    times.length > 0 ? ` Still free: ${times.map((time) => timeIn(booking.student_zone, time)).join('; ')}.` : ''
  return `This time was no longer free when your payment arrived.${free}`
}

/** How far around the lost time free ones are looked for. */
const AROUND = 8 * 86_400_000

/** The three free starts nearest to a time that was lost, free for both people (C5). */
async function alternativesTo(db: Database, booking: BookingRow, now: Date): Promise<string[]> {
  const lost = booking.start_time.getTime()
  const [from, until] = [Math.max(now.getTime(), lost - AROUND), lost + AROUND]
  const found = await readAll(db, {
    offer: bookableOffer(db, booking.offer_id, booking.mentor_id),
    rules: weekOf(db, booking.mentor_account_id),
    theirs: busyOf(db, booking.mentor_account_id, from, until, now),
    mine: busyOf(db, booking.student_account_id, from, until, now),
    booked: bookedOf(db, booking.offer_id, from, until, now),
  })
  const [offer] = found.offer
  if (!offer) return []
  const busy = [...found.theirs, ...found.mine]
  const booked = found.booked.map(({ start }) => start)
  const asked = slotQuery({ offer, rules: found.rules, busy, booked, zone: offer.zone }, now.getTime(), from, until)
  return nearestFree(asked, lost, 3).map((slot) => new Date(slot.start_time).toISOString())
}
