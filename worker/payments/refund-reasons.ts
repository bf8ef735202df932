import { bookableOffer } from '../availability/offers.data'
import { teachingTimes } from '../availability/teaching.data'
import type { BookingRow } from '../bookings/bookings.data'
import { busyOf } from '../bookings/times.data'
import { nearestOffered, offeredQuery } from '../bookings/offered.rules'
import { readAll, type Database } from '../lib/database'
import { timeIn } from '../notifications/wording'

/** Why money comes back, in words; a cancellation needs none, for its own notice tells it. */
export async function reasonFor(
  db: Database,
  code: string,
  booking: BookingRow,
  now: Date,
): Promise<string | undefined> {
  if (code === 'mentor_absent') return 'Your mentor did not come to this session.'
  if (code === 'nobody_came') return 'Nobody came to this session.'
  if (code === 'paid_twice') return 'This session had been paid for already.'
  if (code === 'paid_otherwise') return 'What arrived was not the price that was asked for.'
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
    times: teachingTimes(db, booking.mentor_account_id, { now, from, until }),
    mine: busyOf(db, booking.student_account_id, from, until, now),
  })
  const [[offer], [times]] = [found.offer, found.times]
  if (!offer || !times) return []
  const asked = offeredQuery(times, offer, { now: now.getTime(), from, until }, found.mine)
  return nearestOffered(asked, lost, 3).map((slot) => new Date(slot.start_time).toISOString())
}
