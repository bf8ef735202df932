import { sql } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { ACCOUNTS } from './ledger.rules'
import { requestRefund } from './refunds.data'

interface ParkedRow {
  kind: 'payment' | 'event'
  id: string
  at: number
  amount_minor: number | null
  currency: string | null
  expected_minor: number | null
  expected_currency: string | null
  booking_id: string | null
  order_id: string | null
  event: string | null
  note: string | null
  razorpay_order_id: string | null
}

/** Money in suspense that nobody gave back yet; every such posting names its payment. */
const payments = sql`select 'payment' as kind, p.razorpay_payment_id as id, l.posted_at as at, p.amount_minor, p.currency,
    o.amount_minor as expected_minor, o.currency as expected_currency, o.booking_id, o.id as order_id, null as event,
    null as note, null as razorpay_order_id
  from ledger_lines l join payments p on p.razorpay_payment_id = substr(l.cause, 9) join orders o on o.id = p.order_id
  where l.account = ${ACCOUNTS.suspense} and l.cause like 'capture:%'
    and not exists (select 1 from refunds r where r.razorpay_payment_id = p.razorpay_payment_id)`

const events = sql`select 'event', id, received_at, null, null, null, null, null, null, kind, note, razorpay_order_id
  from payment_events where state = 'parked'`

/** What arrived and could not be booked, the oldest first, one more than the limit. */
export const parked = (
  db: Database,
  { after, limit }: { after: (string | number | null)[] | undefined; limit: number },
) =>
  db.all<ParkedRow>(sql`select * from (${payments} union all ${events}) as page
    where (at, id) > (${after?.[0] ?? 0}, ${after?.[1] ?? ''}) order by at, id limit ${limit + 1}`)

export const parkedPayment = (db: Database, id: string) =>
  db.all<ParkedRow & { amount_minor: number; currency: string }>(sql`${payments} and p.razorpay_payment_id = ${id}`)

export const parkedEvent = (db: Database, id: string) =>
  db.all<{ id: string }>(sql`select id from payment_events where id = ${id} and state = 'parked'`)

export const parkedView = (row: ParkedRow) => {
  const at = new Date(row.at).toISOString()
  if (row.kind === 'event') {
    const { id, event, note, razorpay_order_id } = row
    return { kind: 'event' as const, id, at, event, note, razorpay_order_id }
  }
  const { id, amount_minor, currency, expected_minor, expected_currency, booking_id, order_id } = row
  return {
    kind: 'payment' as const,
    id,
    at,
    amount_minor,
    currency,
    expected_minor,
    expected_currency,
    booking_id,
    order_id,
  }
}

interface GivingBack {
  id: string
  razorpay_payment_id: string
  amount_minor: number
  requested_by: string
  note: string
  now: Date
}

/** Money in suspense goes back whole: from there to what is owed to payers, once. */
export const giveBackParked = (
  db: Database,
  { id, razorpay_payment_id, amount_minor, requested_by, note, now }: GivingBack,
): Statement[] => [
  ...requestRefund(
    db,
    { id, razorpay_payment_id, amount_minor, reason: 'paid_otherwise', now, staff: { requested_by, note } },
    sql`not exists (select 1 from refunds r where r.razorpay_payment_id = p.razorpay_payment_id)
      and exists (select 1 from ledger_lines where cause = ${`capture:${razorpay_payment_id}`} and account = ${ACCOUNTS.suspense})`,
  ),
  db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
    select 'refund:' || r.id, side.value ->> 0, r.amount_minor * (side.value ->> 1), r.currency, r.order_id, ${now.getTime()}
    from refunds r, json_each(${JSON.stringify([
      [ACCOUNTS.suspense, 1],
      [ACCOUNTS.refunds_due, -1],
    ])}) as side
    where r.id = ${id}`),
]
