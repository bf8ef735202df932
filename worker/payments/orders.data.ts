import { and, eq, sql, type SQL } from 'drizzle-orm'
import { selectBookings } from '../bookings/bookings.data'
import type { OrderState } from '../contract/payments.constants'
import type { Database, Statement } from '../lib/database'
import { commissionRateAt } from '../contract/commission'
import { taxRatesAt } from '../contract/tax'
import { orders } from './payments.schema'
import { requestRefund } from './refunds.data'

interface Opening {
  id: string
  booking_id: string
  payer_id: string
  amount_minor: number
  currency: string
  now: Date
}

/** Opens the order of a booking. What costs nothing is paid from the start. */
export const openOrder = (
  db: Database,
  { id, booking_id, payer_id, amount_minor, currency, now }: Opening,
  when: SQL,
): Statement => {
  const tax = taxRatesAt(now)
  return db.run(sql`insert into orders (id, booking_id, payer_id, state, amount_minor, currency, commission_basis_points,
      session_tax_basis_points, commission_tax_basis_points, withheld_basis_points, place_of_supply, created_at, updated_at)
    select ${id}, ${booking_id}, ${payer_id}, ${amount_minor === 0 ? 'captured' : 'created'}, ${amount_minor}, ${currency},
      ${commissionRateAt(now)}, ${tax.session_tax_basis_points}, ${tax.commission_tax_basis_points},
      ${tax.withheld_basis_points}, ${tax.place_of_supply}, ${now.getTime()}, ${now.getTime()} where ${when}`)
}

/** While its hold is alive and stays so. */
export const isHeld = (booking_id: string, now: Date): SQL =>
  sql`exists (select 1 from bookings where id = ${booking_id} and state = 'held' and hold_expires_at > ${now.getTime()})`

export const isNamed = (id: string, razorpay_order_id: string): SQL =>
  sql`exists (select 1 from orders where id = ${id} and razorpay_order_id = ${razorpay_order_id})`

export const isInState = (id: string, state: OrderState): SQL =>
  sql`exists (select 1 from orders where id = ${id} and state = ${state})`

export const isUntouched = ({ id, version }: { id: string; version: number }): SQL =>
  sql`exists (select 1 from orders where id = ${id} and version = ${version})`

/** Only the first answer of the provider counts; whoever comes second finds its id here. */
export const nameAtProvider = (db: Database, id: string, razorpay_order_id: string, poll_at: Date): Statement =>
  db.run(sql`update orders set razorpay_order_id = ${razorpay_order_id}, poll_at = ${poll_at.getTime()}
    where id = ${id} and razorpay_order_id is null`)

/** Gives back a part of what was paid for the session, or all of it: never more than was captured (C6). */
export const refundOrder = (
  db: Database,
  { order_id, ...wish }: { order_id: string; amount_minor: number; reason: string; now: Date },
  when: SQL,
): Statement[] =>
  requestRefund(
    db,
    { ...wish, razorpay_payment_id: sql`(select razorpay_payment_id from orders where id = ${order_id})` },
    when,
  )

/** The payer's own booking with its order. */
export const payableOf = (db: Database, booking_id: string, payer: SQL | string) =>
  selectBookings(db).where(and(eq(orders.booking_id, booking_id), eq(orders.payer_id, payer)))

export const bookingOfOrder = (db: Database, razorpay_order_id: string) =>
  selectBookings(db).where(eq(orders.razorpay_order_id, razorpay_order_id))

export const orderNamed = (db: Database, razorpay_order_id: string) =>
  db.select().from(orders).where(eq(orders.razorpay_order_id, razorpay_order_id))

/** Bounded, and in the order in which they became due. */
export const ordersToPoll = (db: Database, now: Date) =>
  db
    .select({ id: orders.id, razorpay_order_id: orders.razorpay_order_id, created_at: orders.created_at })
    .from(orders)
    .where(sql`${orders.poll_at} <= ${now.getTime()}`)
    .orderBy(orders.poll_at)
    .limit(20)

export const pollAgainAt = (db: Database, id: string, at: Date | null): Statement =>
  db
    .update(orders)
    .set({ poll_at: at })
    .where(and(eq(orders.id, id), sql`${orders.poll_at} is not null`))
