import { and, eq, ne, sql, type SQL } from 'drizzle-orm'
import { selectBookings } from '../bookings/bookings.data'
import type { Database, Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { post } from '../lib/outbox'
import { postRefund, postSettlement } from './ledger.data'
import { orders, refunds } from './payments.schema'

interface Wish {
  razorpay_payment_id: SQL | string
  amount_minor: number
  reason: string
  now: Date
}

/**
 * Promises money back: the row, whose id is the provider's idempotency key, its ledger lines, the order's state and the
 * task that asks the provider. Writes nothing where all refunds together would exceed what was captured.
 */
export function requestRefund(
  db: Database,
  { razorpay_payment_id, amount_minor, reason, now }: Wish,
  when: SQL,
): Statement[] {
  const id = newId(now)
  const at = now.getTime()
  const promised = sql`exists (select 1 from refunds where id = ${id})`
  return [
    db.run(sql`insert into refunds (id, razorpay_payment_id, order_id, amount_minor, currency, reason, state, created_at)
      select ${id}, p.razorpay_payment_id, p.order_id, ${amount_minor}, p.currency, ${reason}, 'requested', ${at}
      from payments p where p.razorpay_payment_id = ${razorpay_payment_id} and p.state = 'captured' and ${amount_minor} > 0 and ${when}
        and ${amount_minor} + coalesce((select sum(amount_minor) from refunds where razorpay_payment_id = p.razorpay_payment_id), 0)
          <= p.amount_minor`),
    postRefund(db, id, now),
    db.run(sql`update orders set version = version + 1, updated_at = ${at}, state = iif(
        (select sum(amount_minor) from refunds where razorpay_payment_id = orders.razorpay_payment_id) >= amount_minor,
        'refunded', 'partly_refunded')
      where (id, razorpay_payment_id) = (select order_id, razorpay_payment_id from refunds where id = ${id})`),
    post(db, { id: `refund:${id}`, topic: 'refund', payload: { refund_id: id } }, now, promised),
  ]
}

export const refundWith = (db: Database, id: string) => db.select().from(refunds).where(eq(refunds.id, id))

export const bookingOfRefund = (db: Database, id: string) =>
  selectBookings(db).where(sql`${orders.id} = (select order_id from refunds where id = ${id})`)

/** The provider has sent it. Writing it again changes nothing. */
export const settleRefund = (
  db: Database,
  { id, razorpay_refund_id, now }: { id: string; razorpay_refund_id: string; now: Date },
  when: SQL = sql`true`,
): Statement[] => [
  db
    .update(refunds)
    .set({ state: 'processed', razorpay_refund_id, processed_at: now })
    .where(and(eq(refunds.id, id), ne(refunds.state, 'processed'), when)),
  postSettlement(db, id, now),
]

export const markRefund = (
  db: Database,
  { id, razorpay_refund_id, state }: { id: string; razorpay_refund_id: string; state: 'requested' | 'failed' },
  when: SQL = sql`true`,
): Statement =>
  db
    .update(refunds)
    .set({ state, razorpay_refund_id })
    .where(and(eq(refunds.id, id), ne(refunds.state, 'processed'), when))
