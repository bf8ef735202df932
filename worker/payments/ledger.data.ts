import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { ACCOUNTS, type Line } from './ledger.rules'

interface Posting {
  cause: string
  order_id: string
  currency: string
  lines: Line[]
  at: Date
}

/** One cause posts once, all its lines in one statement. */
export const postLines = (db: Database, { cause, order_id, currency, lines, at }: Posting, when: SQL): Statement =>
  db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
    select ${cause}, value ->> 'account', value ->> 'amount_minor', ${currency}, ${order_id}, ${at.getTime()}
    from json_each(${JSON.stringify(lines)}) where value ->> 'amount_minor' <> 0 and ${when}`)

/** `commissionOf` in SQL, for amounts that are known only inside the batch. */
const commission = (amount: SQL): SQL =>
  sql`((${amount}) * rate / 10000 + iif((${amount}) * rate % 10000 > 5000
    or ((${amount}) * rate % 10000 = 5000 and (${amount}) * rate / 10000 % 2 = 1), 1, 0))`

/**
 * A refund of the session's own payment takes back from mentor and commission what they hold too much of afterwards:
 * the commission of the rest is always the commission of the rest, however many refunds led there.
 */
export const postRefund = (db: Database, refund_id: string, at: Date): Statement =>
  db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
    with facts as materialized (
      select r.id, r.order_id, r.currency, r.amount_minor as amount, o.commission_basis_points as rate, b.mentor_account_id as mentor,
        o.amount_minor - (select sum(amount_minor) from refunds where razorpay_payment_id = r.razorpay_payment_id) as kept
      from refunds r join orders o on o.id = r.order_id join bookings b on b.id = o.booking_id
      where r.id = ${refund_id} and o.razorpay_payment_id = r.razorpay_payment_id
    ), parts as materialized (select *, ${commission(sql`kept + amount`)} - ${commission(sql`kept`)} as commission from facts),
    lines as (
      select ${ACCOUNTS.refunds_due} as account, -amount as amount from parts
      union all select ${ACCOUNTS.commission}, commission from parts
      union all select 'mentor:' || mentor || ':held', amount - commission from parts
    )
    select 'refund:' || id, lines.account, lines.amount, currency, order_id, ${at.getTime()} from lines, facts where lines.amount <> 0`)

/** The provider has sent it. */
export const postSettlement = (db: Database, refund_id: string, at: Date): Statement =>
  db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
    select 'settlement:' || r.id, side.value ->> 0, r.amount_minor * (side.value ->> 1), r.currency, r.order_id, ${at.getTime()}
    from refunds r, json_each(${JSON.stringify([
      [ACCOUNTS.refunds_due, 1],
      [ACCOUNTS.gateway, -1],
    ])}) as side
    where r.id = ${refund_id} and r.state = 'processed' on conflict (cause, account) do nothing`)

/** Causes since then whose lines do not sum to zero; there should never be one. */
export const unbalancedSince = (db: Database, since: Date) =>
  db.all<{
    cause: string
  }>(sql`select cause from ledger_lines indexed by ledger_by_time where posted_at >= ${since.getTime()}
    group by cause, currency having sum(amount_minor) <> 0`)
