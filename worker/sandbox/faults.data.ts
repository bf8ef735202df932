import { sql, type SQL } from 'drizzle-orm'
import { read, write, type Database } from '../lib/database'
import { newId } from '../lib/ids'
import { sandbox_faults, type FaultKind } from './sandbox.schema'

export interface Fault {
  kind: FaultKind
  times: number
  seconds: number
}

/** The new list takes the place of the old one; an empty one without an order clears everything. */
export async function plantFaults(
  db: Database,
  order_id: string | undefined,
  faults: Fault[],
  at: Date,
): Promise<void> {
  const replaced =
    order_id !== undefined ? sql`order_id = ${order_id}` : faults.length > 0 ? sql`order_id is null` : sql`true`
  await write(db, [
    db.delete(sandbox_faults).where(replaced),
    ...faults.map((fault) => db.insert(sandbox_faults).values({ id: newId(at), order_id: order_id ?? null, ...fault })),
  ])
}

/** Uses up one turn of each planted fault of these kinds. `order` selects what its faults may be named after. */
export async function takeFaults(
  db: Database,
  kinds: FaultKind[],
  order: SQL,
): Promise<{ kind: FaultKind; seconds: number }[]> {
  const planted = sql`times > 0 and kind in (select value from json_each(${JSON.stringify(kinds)}))
    and (order_id is null or order_id in (${order}))`
  return read(
    db,
    db
      .update(sandbox_faults)
      .set({ times: sql`times - 1` })
      .where(sql`id in (select min(id) from sandbox_faults where ${planted} group by kind)`)
      .returning({ kind: sandbox_faults.kind, seconds: sandbox_faults.seconds }),
  )
}

/** Faults may name Razorpay's order or, by its receipt, ours. */
export const namesOf = (order_id: string): SQL =>
  sql`select ${order_id} union select receipt from sandbox_orders where id = ${order_id}`

export const namesOfPayment = (payment_id: string): SQL =>
  sql`select o.id from sandbox_payments p join sandbox_orders o on o.id = p.order_id where p.id = ${payment_id}
    union select o.receipt from sandbox_payments p join sandbox_orders o on o.id = p.order_id where p.id = ${payment_id}`
