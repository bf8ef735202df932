import { sql, type SQL } from 'drizzle-orm'
import { REFUNDED, contestEnd } from './meetings.rules'
import type { Database, Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { refundOrder } from '../payments/orders.data'
import { orders } from '../payments/payments.schema'

/** The money of a session that did not take place follows its verdict once nobody can contest it any more (H1, H2). */
export const settleLater = (
  db: Database,
  booking_id: string,
  act: string,
  due_at: Date,
  now: Date,
  when: SQL,
): Statement => post(db, { id: `settle:${act}`, topic: 'settle_absence', payload: { booking_id }, due_at }, now, when)

export interface Owed {
  order_id: string
  amount_minor: number
  verdict: string
}

const windowMs = contestEnd(new Date(0)).getTime()
/** The verdict gives everything back, its time is over, and nobody contests it. */
const isSettled = (
  booking_id: string,
  now: Date,
): SQL => sql`exists (select 1 from bookings b where b.id = ${booking_id}
  and b.state in (select value from json_each(${JSON.stringify(REFUNDED)})) and b.judged_at <= ${now.getTime() - windowMs}
  and not exists (select 1 from contests c where c.booking_id = b.id and c.state = 'open'))`

/** What of the session's payment has not been given back yet. */
export const owedFor = (db: Database, booking_id: string, now: Date) =>
  db.all<Owed>(sql`select o.id as order_id, b.state as verdict, p.amount_minor - coalesce((select sum(r.amount_minor)
      from refunds r where r.razorpay_payment_id = p.razorpay_payment_id), 0) as amount_minor
    from ${orders} o join payments p on p.razorpay_payment_id = o.razorpay_payment_id
    join bookings b on b.id = o.booking_id
    where o.booking_id = ${booking_id} and p.state = 'captured' and ${isSettled(booking_id, now)}`)

export const giveBack = (db: Database, booking_id: string, owed: Owed, now: Date): Statement[] =>
  owed.amount_minor <= 0
    ? []
    : refundOrder(
        db,
        { order_id: owed.order_id, amount_minor: owed.amount_minor, reason: owed.verdict, now },
        isSettled(booking_id, now),
      )
