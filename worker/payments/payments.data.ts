import { eq, sql } from 'drizzle-orm'
import { bookings } from '../bookings/bookings.schema'
import type { Database } from '../lib/database'
import { payments } from './payments.schema'

export const paymentWith = (db: Database, razorpay_payment_id: string) =>
  db.select().from(payments).where(eq(payments.razorpay_payment_id, razorpay_payment_id))

/** The booking that a payment is meant for, while nothing else has paid for it. */
export const bookingPaidBy = (db: Database, razorpay_payment_id: string) =>
  db
    .select()
    .from(bookings)
    .where(
      sql`${bookings.id} = (select o.booking_id from payments p join orders o on o.id = p.order_id
        where p.razorpay_payment_id = ${razorpay_payment_id} and o.razorpay_payment_id is null)`,
    )
