import { sql } from 'drizzle-orm'
import { bookings } from '../bookings/bookings.schema'
import { now } from '../lib/clock'
import { write, type Database } from '../lib/database'
import { newId } from '../lib/ids'
import { zoneDataVersion } from '../lib/zones'
import type { Person, Teacher } from '../test/world'
import { openOrder } from './orders.data'
import { orders } from './payments.schema'

let planted = 0

/** A held booking, each an hour after the one before, with its order known to the provider. */
export async function plantHeld(
  db: Database,
  payer: Person,
  teacher: Teacher,
): Promise<{ booking: string; order: string; provider: string }> {
  const at = now()
  const [booking, order, provider] = [newId(at), newId(at), `order_${newId(at)}`]
  const start = new Date(at.getTime() + (24 + planted++) * 3_600_000)
  const end = new Date(start.getTime() + 3_600_000)
  const { id: offer_id, title: offer_title, minutes, amount_minor, currency } = teacher.offer
  const row = {
    id: booking,
    room_id: booking,
    state: 'held' as const,
    offer_id,
    offer_title,
    minutes,
    amount_minor,
    currency,
    mentor_account_id: teacher.user.id,
    student_account_id: payer.user.id,
    start_time: start,
    end_time: end,
    busy_from: start,
    busy_until: end,
    time_zone: 'Asia/Kolkata',
    wall_time: start.toISOString().slice(0, 16),
    zone_data_version: zoneDataVersion,
    refund_terms: [],
    answers: {},
    hold_expires_at: new Date(at.getTime() + 600_000),
    created_at: at,
    updated_at: at,
  }
  await write(db, [
    db.insert(bookings).values(row),
    openOrder(
      db,
      { id: order, booking_id: booking, payer_id: payer.user.id, amount_minor, currency, now: at },
      sql`true`,
    ),
    db
      .update(orders)
      .set({ razorpay_order_id: provider, poll_at: at })
      .where(sql`id = ${order}`),
  ])
  return { booking, order, provider }
}
