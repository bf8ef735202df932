import { and, eq, isNotNull, ne, sql, type SQL } from 'drizzle-orm'
import { selectBookings } from '../bookings/bookings.data'
import { shape, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { post } from '../lib/outbox'
import { postRefund, postSettlement } from './ledger.data'
import { orders, refunds } from './payments.schema'
import { retryAfter } from './refunds.rules'

interface Wish {
  razorpay_payment_id: SQL | string
  amount_minor: number
  reason: string
  now: Date
  id?: string
  staff?: { requested_by: string; note: string }
}

/**
 * Promises money back: the row, whose id is the provider's idempotency key, its ledger lines, the order's state and the
 * task that asks the provider. Writes nothing where all refunds together would exceed what was captured.
 */
export function requestRefund(
  db: Database,
  { razorpay_payment_id, amount_minor, reason, now, id = newId(now), staff }: Wish,
  when: SQL,
): Statement[] {
  const at = now.getTime()
  const promised = isPromised(id)
  return [
    db.run(sql`insert into refunds (id, razorpay_payment_id, order_id, amount_minor, currency, reason, state, requested_by, note, created_at)
      select ${id}, p.razorpay_payment_id, p.order_id, ${amount_minor}, p.currency, ${reason}, 'requested',
        ${staff?.requested_by ?? null}, ${staff?.note ?? null}, ${at}
      from payments p where p.razorpay_payment_id = ${razorpay_payment_id} and p.state = 'captured' and ${amount_minor} > 0 and ${when}
        and ${amount_minor} + coalesce((select sum(amount_minor) from refunds where razorpay_payment_id = p.razorpay_payment_id), 0)
          <= p.amount_minor`),
    postRefund(db, id, now),
    db.run(sql`update orders set version = version + 1, updated_at = ${at}, state = iif(
        (select sum(amount_minor) from refunds where razorpay_payment_id = orders.razorpay_payment_id) >= amount_minor,
        'refunded', 'partly_refunded')
      where (id, razorpay_payment_id) = (select order_id, razorpay_payment_id from refunds where id = ${id})`),
    post(db, { id: `refund:${id}`, topic: 'refund', payload: { refund_id: id } }, now, promised),
    post(db, { id: `credit_note:${id}`, topic: 'credit_note', payload: { refund_id: id } }, now, promised),
  ]
}

export const isPromised = (id: string): SQL => sql`exists (select 1 from refunds where id = ${id})`

export const refundWith = (db: Database, id: string) => db.select().from(refunds).where(eq(refunds.id, id))

export const bookingOfRefund = (db: Database, id: string) =>
  selectBookings(db).where(sql`${orders.id} = (select order_id from refunds where id = ${id})`)

/** The provider has sent it. Writing it again changes nothing. */
export const settleRefund = (
  db: Database,
  { id, razorpay_refund_id, now }: { id: string; razorpay_refund_id: string; now: Date },
): Statement[] => [
  db
    .update(refunds)
    .set({ state: 'processed', razorpay_refund_id, processed_at: now, failure: null, retry_at: null })
    .where(and(eq(refunds.id, id), ne(refunds.state, 'processed'))),
  postSettlement(db, id, now),
]

/** The provider took it on, and says later how it ended. */
export const awaitRefund = (
  db: Database,
  { id, key_number, razorpay_refund_id }: { id: string; key_number: number; razorpay_refund_id: string },
): Statement =>
  db
    .update(refunds)
    .set({ razorpay_refund_id })
    .where(and(eq(refunds.id, id), eq(refunds.key_number, key_number), eq(refunds.state, 'requested')))

type RefundRow = typeof refunds.$inferSelect
interface Setback {
  failure: string
  /** The provider said no, so that its answer to this key is final. */
  refused: boolean
  now: Date
}

/**
 * It went wrong: tried again later, or left to the staff after the last time. Written once for each try, however often
 * and on whatever way its failure is told.
 */
export function setRefundBack(
  db: Database,
  { id, tries, key_number }: Pick<RefundRow, 'id' | 'tries' | 'key_number'>,
  { failure, refused, now }: Setback,
): Statement[] {
  const tried = tries + 1
  const retry_at = retryAfter(tried, now)
  const due = sql`exists (select 1 from refunds where id = ${id} and tries = ${tried} and state = 'requested')`
  return [
    db
      .update(refunds)
      .set({
        tries: tried,
        failure: failure.slice(0, 300),
        retry_at,
        state: retry_at === null ? 'failed' : 'requested',
        key_number: refused ? key_number + 1 : key_number,
        ...(refused && { razorpay_refund_id: null }),
      })
      .where(
        and(
          eq(refunds.id, id),
          eq(refunds.tries, tries),
          eq(refunds.key_number, key_number),
          eq(refunds.state, 'requested'),
        ),
      ),
    ...(retry_at === null
      ? []
      : [
          post(
            db,
            { id: `refund:${id}:${tried}`, topic: 'refund', payload: { refund_id: id }, due_at: retry_at },
            now,
            due,
          ),
        ]),
  ]
}

/** Somebody of the staff has it tried again, now and as patiently as the first time. */
export const tryRefundAgain = (db: Database, id: string, now: Date): Statement[] => [
  db
    .update(refunds)
    .set({ state: 'requested', tries: 0, retry_at: null })
    .where(and(eq(refunds.id, id), ne(refunds.state, 'processed'), isNotNull(refunds.failure))),
  post(
    db,
    { topic: 'refund', payload: { refund_id: id } },
    now,
    sql`exists (select 1 from refunds where id = ${id} and state = 'requested' and tries = 0 and failure is not null)`,
  ),
]

const selectTroubled = (db: Database) =>
  db
    .select(
      shape({
        id: refunds.id,
        state: refunds.state,
        amount_minor: refunds.amount_minor,
        currency: refunds.currency,
        reason: refunds.reason,
        failure: sql<string>`${refunds.failure}`,
        tries: refunds.tries,
        retry_at: refunds.retry_at,
        requested_at: refunds.created_at,
        razorpay_payment_id: refunds.razorpay_payment_id,
        booking_id: orders.booking_id,
      }),
    )
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.order_id))

const isTroubled = sql`${refunds.failure} is not null and ${refunds.state} <> 'processed'`

export const troubledRefund = (db: Database, id: string) =>
  selectTroubled(db).where(and(eq(refunds.id, id), isTroubled))

/** What went wrong and is not sent yet, the oldest first, one more than the limit. */
export const troubledRefunds = (
  db: Database,
  { after, limit }: { after: (string | number | null)[] | undefined; limit: number },
) =>
  selectTroubled(db)
    .where(
      and(isTroubled, after && sql`(${refunds.created_at}, ${refunds.id}) > (${after[0] ?? 0}, ${after[1] ?? ''})`),
    )
    .orderBy(refunds.created_at, refunds.id)
    .limit(limit + 1)
