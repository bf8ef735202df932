import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../lib/database'
import { mentorAccounts } from '../payments/ledger.balances.data'
import { ACCOUNTS } from '../payments/ledger.rules'

/** The currency that was asked for, or the one with the most lines. */
const chosen = (currency: string | undefined): SQL => sql`asked as materialized (select coalesce(${currency ?? null},
  (select l.currency from who join ledger_lines l on l.account = who.mentor || ':held'
    group by l.currency order by count(*) desc limit 1)) as currency)`

const head = (me: SQL | string, currency: string | undefined): SQL => sql`${mentorAccounts(me)}, ${chosen(currency)}`

/** One cause, as what it changed of each of the mentor's accounts. */
export interface CauseRow {
  cause: string
  at: number
  order_id: string
  currency: string
  held_minor: number
  available_minor: number
  way_minor: number
  /** What the student paid, or got back; null where no student is concerned. */
  gross_minor: number | null
  commission_minor: number | null
  booking_id: string | null
  offer_id: string | null
  offer_title: string | null
  student_name: string | null
  start_time: number | null
}

const line = (account: string): SQL =>
  sql`(select amount_minor from ledger_lines where cause = x.cause and account = ${account})`

/** `x` are the lines of a mentor's accounts that were chosen; their causes with what a reader wants to know of them. */
const story = (
  x: SQL,
): SQL => sql`select x.*, b.id as booking_id, b.offer_id, b.offer_title, a.name as student_name, b.start_time,
    case when x.cause glob 'capture:*' then ${line(ACCOUNTS.gateway)}
      when x.cause glob 'refund:*' then ${line(ACCOUNTS.refunds_due)} end as gross_minor,
    case when x.cause glob 'capture:*' or x.cause glob 'refund:*' then coalesce(-${line(ACCOUNTS.commission)}, 0) end as commission_minor
  from (${x}) x left join orders o on o.id = x.order_id left join bookings b on b.id = o.booking_id
    left join accounts a on a.id = b.student_account_id
  order by x.at desc, x.cause desc`

const causes = (
  where: SQL,
  limit: number,
): SQL => sql`select l.cause, max(l.posted_at) as at, max(l.order_id) as order_id, l.currency,
    sum(iif(part = 'held', -l.amount_minor, 0)) as held_minor,
    sum(iif(part = 'available', -l.amount_minor, 0)) as available_minor,
    sum(iif(part = 'way', -l.amount_minor, 0)) as way_minor
  from mine cross join ledger_lines l on l.account = mine.account and l.currency = (select currency from asked)
  where ${where} group by l.cause order by at desc, l.cause desc limit ${limit}`

interface Asked {
  me: SQL | string
  currency: string | undefined
}

/** Newest first, one more than the limit. */
export function linesOf(
  db: Database,
  { me, currency }: Asked,
  { after, limit }: { after: (string | number | null)[] | undefined; limit: number },
) {
  const [at, cause] = after ?? []
  const beyond =
    typeof at === 'number' && typeof cause === 'string'
      ? sql`l.posted_at <= ${at} and (l.posted_at < ${at} or l.cause < ${cause})`
      : sql`true`
  return db.all<CauseRow>(sql`with ${head(me, currency)} ${story(causes(beyond, limit + 1))}`)
}

/** A year of the busiest mentor stays below this. */
const MOST_IN_A_PERIOD = 10_000

export const linesBetween = (db: Database, { me, currency }: Asked, from: number, to: number) =>
  db.all<CauseRow>(
    sql`with ${head(me, currency)} ${story(causes(sql`l.posted_at >= ${from} and l.posted_at < ${to}`, MOST_IN_A_PERIOD))}`,
  )

/** What was the mentor's in all before an instant. */
export const totalBefore = (db: Database, { me, currency }: Asked, before: number) =>
  db.all<{ total_minor: number }>(sql`with ${head(me, currency)} select coalesce(-sum(l.amount_minor), 0) as total_minor
    from mine cross join ledger_lines l on l.account = mine.account and l.currency = (select currency from asked)
    where l.posted_at < ${before}`)

export interface ReleaseRow {
  booking_id: string
  offer_title: string
  student_name: string
  amount_minor: number
  currency: string
  end_time: number
  earned_at: number | null
  is_contested: 0 | 1
}

/** What is held, by session, the soonest first. */
export const heldBySession = (db: Database, { me, currency }: Asked) =>
  db.all<ReleaseRow>(sql`with ${head(me, currency)},
    held as materialized (select l.order_id, -sum(l.amount_minor) as amount_minor from who cross join ledger_lines l
      on l.account = who.mentor || ':held' and l.currency = (select currency from asked)
      group by l.order_id having sum(l.amount_minor) < 0)
    select b.id as booking_id, b.offer_title, a.name as student_name, held.amount_minor,
      (select currency from asked) as currency, b.end_time, o.earned_at,
      exists (select 1 from contests where booking_id = b.id and state = 'open') as is_contested
    from held join orders o on o.id = held.order_id join bookings b on b.id = o.booking_id
      join accounts a on a.id = b.student_account_id
    order by coalesce(o.earned_at, b.end_time) limit 50`)
