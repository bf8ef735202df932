import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { post } from '../lib/outbox'
import type { PaymentReport } from './machine.rules'
import { bookingOfOrder, orderNamed } from './orders.data'
import { paymentWith } from './payments.data'
import { payment_events, type EventSource } from './payments.schema'

export interface Arrival {
  id: string
  source: EventSource
  kind: string
  razorpay_order_id: string | null
  raw: string
  now: Date
}

/** What we asked for ourselves is an event like any other: one for each state of a payment. */
export const heardFrom = (source: 'callback' | 'poll', report: PaymentReport, now: Date): Arrival => ({
  id: `${source}:${report.razorpay_payment_id}:${report.status}`,
  source,
  kind: `payment.${report.status}`,
  razorpay_order_id: report.razorpay_order_id,
  raw: JSON.stringify(report),
  now,
})

/** What was said and the task to act on it. Hearing it again writes nothing new (C4). */
export const receiveEvent = (db: Database, event: Arrival): Statement[] => [
  keepEvent(db, event),
  postEvent(db, event.id, event.now),
]

export const keepEvent = (db: Database, { now, ...event }: Arrival): Statement =>
  db
    .insert(payment_events)
    .values({ ...event, state: 'received', received_at: now })
    .onConflictDoNothing()

/** For an event that is still waiting. */
export const postEvent = (db: Database, id: string, now: Date): Statement =>
  post(
    db,
    { id: `payment_event:${id}`, topic: 'payment_event', payload: { event_id: id } },
    now,
    sql`exists (select 1 from payment_events where id = ${id} and state = 'received')`,
  )

export const eventWith = (db: Database, id: string) => db.select().from(payment_events).where(eq(payment_events.id, id))

/** Everything a step of the machine is decided from. */
export const factsOf = (
  db: Database,
  { razorpay_order_id, razorpay_payment_id }: Pick<PaymentReport, 'razorpay_order_id' | 'razorpay_payment_id'>,
) => ({
  order: orderNamed(db, razorpay_order_id),
  booking: bookingOfOrder(db, razorpay_order_id),
  payment: paymentWith(db, razorpay_payment_id),
})

/** Moves an event that is still waiting; nothing else in its batch depends on it. */
export const setAside = (db: Database, id: string, state: 'parked' | 'ignored', note: string): Statement =>
  db
    .update(payment_events)
    .set({ state, note })
    .where(and(eq(payment_events.id, id), eq(payment_events.state, 'received')))

/** For what may be written twice without harm and so needs no guard. */
export const markApplied = (db: Database, id: string, applied_by: string): Statement =>
  db
    .update(payment_events)
    .set({ state: 'applied', applied_by })
    .where(and(eq(payment_events.id, id), eq(payment_events.state, 'received')))
    .returning({ id: payment_events.id })

export const UNKNOWN_ORDER = 'unknown order'

/** Parked events whose order has appeared meanwhile. */
export const replayableEvents = (db: Database) =>
  db
    .select({ id: payment_events.id })
    .from(payment_events)
    .where(
      sql`${payment_events.state} = 'parked' and ${payment_events.note} = ${UNKNOWN_ORDER}
        and exists (select 1 from orders where orders.razorpay_order_id = ${payment_events.razorpay_order_id})`,
    )
    .orderBy(asc(payment_events.received_at))
    .limit(50)

export const replayEvent = (db: Database, id: string, now: Date): Statement[] => [
  db
    .update(payment_events)
    .set({ state: 'received', note: null })
    .where(and(eq(payment_events.id, id), eq(payment_events.state, 'parked'))),
  postEvent(db, id, now),
]
