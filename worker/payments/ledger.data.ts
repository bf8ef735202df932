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
    from json_each(${JSON.stringify(lines)}) where value ->> 'amount_minor' <> 0 and ${when} and ${isNew(sql`${cause}`)}`)

/** What was posted is never posted again, whatever it would come to by now. */
export const isNew = (cause: SQL): SQL => sql`not exists (select 1 from ledger_lines where cause = ${cause})`

/** Rounded half to even, in SQL, for amounts that are known only inside the batch. */
const quotient = (dividend: SQL, divisor: SQL): SQL => sql`((${dividend}) / (${divisor})
  + iif((${dividend}) % (${divisor}) * 2 > (${divisor})
    or ((${dividend}) % (${divisor}) * 2 = (${divisor}) and (${dividend}) / (${divisor}) % 2 = 1), 1, 0))`
/** `commissionOf` and `taxWithin`. */
const share = (amount: string, rate: string): SQL => quotient(sql.raw(`(${amount}) * ${rate}`), sql`10000`)
const within = (amount: string, rate: string): SQL =>
  quotient(sql.raw(`(${amount}) * ${rate}`), sql.raw(`10000 + ${rate}`))

/**
 * A refund of the session's own payment takes back from mentor, commission and tax what they have too much of afterwards:
 * the parts of the rest are always the parts of the rest, however many refunds led there. The mentor's comes from what is
 * still held for this order and, once that is released, from what is available.
 */
export const postRefund = (db: Database, refund_id: string, at: Date): Statement =>
  db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
    with facts as materialized (
      select r.id, r.order_id, r.currency, r.amount_minor as amount, 'mentor:' || b.mentor_account_id as mentor,
        o.commission_basis_points as rate, o.commission_tax_basis_points as tax_rate, o.withheld_basis_points as withheld_rate,
        o.amount_minor - (select sum(amount_minor) from refunds where razorpay_payment_id = r.razorpay_payment_id) as kept,
        (select coalesce(-sum(amount_minor), 0) from ledger_lines
          where order_id = r.order_id and account = 'mentor:' || b.mentor_account_id || ':held') as held
      from refunds r join orders o on o.id = r.order_id join bookings b on b.id = o.booking_id
      where r.id = ${refund_id} and o.razorpay_payment_id = r.razorpay_payment_id and ${isNew(sql`'refund:' || r.id`)}
    ),
    ends as (select 1 as sign, kept + amount as paid, rate, tax_rate, withheld_rate from facts
      union all select -1, kept, rate, tax_rate, withheld_rate from facts),
    halves as materialized (select *, ${share('paid', 'rate')} as commission from ends),
    shares as materialized (select sign, paid, commission, ${within('commission', 'tax_rate')} as commission_tax,
      ${share('paid - commission', 'withheld_rate')} as withheld from halves),
    parts as materialized (select sum(sign * (commission - commission_tax)) as commission,
      sum(sign * (commission_tax + withheld)) as tax, sum(sign * (paid - commission - withheld)) as mentor from shares),
    lines as (
      select ${ACCOUNTS.refunds_due} as account, -amount as amount from facts
      union all select ${ACCOUNTS.commission}, commission from parts
      union all select ${ACCOUNTS.tax}, tax from parts
      union all select facts.mentor || ':held', min(held, parts.mentor) from parts, facts
      union all select facts.mentor || ':available', max(parts.mentor - held, 0) from parts, facts
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
