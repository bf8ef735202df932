import { eq, sql } from 'drizzle-orm'
import { unmetered, read, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { newId } from '../lib/ids'
import { sandbox_orders, sandbox_payments, sandbox_refunds } from './sandbox.schema'

export type OrderRow = typeof sandbox_orders.$inferSelect
export type PaymentRow = typeof sandbox_payments.$inferSelect
export type RefundRow = typeof sandbox_refunds.$inferSelect

export const storeOf = (env: Environment): Database => unmetered(env)

/** Ids look like Razorpay's: a prefix and 14 characters. */
export const madeId = (prefix: 'order' | 'pay' | 'rfnd' | 'evt', at: Date): string =>
  `${prefix}_${newId(at).slice(-14)}`

export async function addOrder(db: Database, order: OrderRow): Promise<void> {
  await write(db, [db.insert(sandbox_orders).values(order)])
}

export async function orderWith(db: Database, id: string): Promise<OrderRow | undefined> {
  return (await read(db, db.select().from(sandbox_orders).where(eq(sandbox_orders.id, id))))[0]
}

export const paymentsOf = (db: Database, order_id: string): Promise<PaymentRow[]> =>
  read(db, db.select().from(sandbox_payments).where(eq(sandbox_payments.order_id, order_id)))

export async function addPayment(db: Database, payment: PaymentRow): Promise<void> {
  await write(db, [db.insert(sandbox_payments).values(payment)])
}

export async function paymentWith(db: Database, id: string): Promise<PaymentRow | undefined> {
  return (await read(db, db.select().from(sandbox_payments).where(eq(sandbox_payments.id, id))))[0]
}

/** Answers undefined where it was not waiting to be captured. */
export async function capturePayment(db: Database, id: string): Promise<PaymentRow | undefined> {
  const rows = await read(
    db,
    db
      .update(sandbox_payments)
      .set({ status: 'captured' })
      .where(sql`${sandbox_payments.id} = ${id} and ${sandbox_payments.status} = 'authorized'`)
      .returning(),
  )
  return rows[0]
}

export const refundsOf = (db: Database, payment_id: string): Promise<RefundRow[]> =>
  read(db, db.select().from(sandbox_refunds).where(eq(sandbox_refunds.payment_id, payment_id)))

/** Never more than was captured. Answers undefined where it would be. */
export async function addRefund(db: Database, refund: RefundRow): Promise<RefundRow | undefined> {
  const { id, payment_id, amount, receipt, idempotency_key, created_at } = refund
  await write(db, [
    db.run(sql`insert into sandbox_refunds (id, payment_id, amount, receipt, idempotency_key, created_at)
      select ${id}, ${payment_id}, ${amount}, ${receipt}, ${idempotency_key}, ${created_at.getTime()} from sandbox_payments p
      where p.id = ${payment_id} and p.status = 'captured'
        and ${amount} + coalesce((select sum(amount) from sandbox_refunds where payment_id = p.id), 0) <= p.amount
      on conflict (idempotency_key) do nothing`),
  ])
  const made = await refundsOf(db, payment_id)
  return made.find((one) => one.id === id || (idempotency_key !== null && one.idempotency_key === idempotency_key))
}
