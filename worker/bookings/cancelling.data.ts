import { newsOf } from '../chat/session-news.data'
import { and, asc, or, eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { openingsChanged } from '../mentors/openings.data'
import { refundOrder } from '../payments/orders.data'
import { cancelBooking, happened, selectBookings, type BookingRow } from './bookings.data'
import { refundOnCancel } from './bookings.rules'
import { bookings } from './bookings.schema'
import { tellCancelled } from './notices.data'
import { closeSiblings } from './requests.data'

interface Cancelling {
  /** The account that cancels: one of the two. */
  by: string
  reason?: string | undefined
  now: Date
  /** Who hears of it in which words. */
  tell?: typeof tellCancelled
}

/** Cancelling with everything that follows from it: `done` holds in the batch where it was this act that did it. */
export function cancellation(db: Database, row: BookingRow, { by, reason, now, tell = tellCancelled }: Cancelling) {
  const side = by === row.mentor_account_id ? 'mentor' : 'student'
  const act = newId(now)
  const done = happened(act)
  const amount_minor = refundOnCancel(row, side, now)
  const order_id = amount_minor > 0 ? row.order_id : null
  const statements: Statement[] = [
    ...closeSiblings(db, row, by, now, sql`exists (select 1 from bookings where id = ${row.id} and state = 'pending')`),
    ...cancelBooking(db, { id: row.id, act, by, reason: reason ?? null, now }),
    ...(order_id === null
      ? []
      : refundOrder(db, { order_id, amount_minor, reason: `cancelled_by_${side}`, now }, done)),
    ...(row.state === 'held'
      ? []
      : [...tell(db, row, reason, now, done), newsOf(db, 'session_cancelled', row, { now, when: done })]),
    ...openingsChanged(db, [row.mentor_account_id, row.student_account_id], now, { when: done }),
  ]
  return { act, done, statements }
}

/** Sessions of a person, on either side, that can still be cancelled at `now`; the soonest first. */
export const sessionsAhead = (db: Database, person: SQL | string, now: Date, most: number) =>
  selectBookings(db)
    .where(
      and(
        or(eq(bookings.mentor_account_id, person), eq(bookings.student_account_id, person)),
        sql`((${bookings.state} = 'held' and ${bookings.hold_expires_at} > ${now.getTime()})
          or (${bookings.state} in ('pending', 'confirmed') and ${bookings.start_time} > ${now.getTime()}))`,
      ),
    )
    .orderBy(asc(bookings.start_time), asc(bookings.id))
    .limit(most)
