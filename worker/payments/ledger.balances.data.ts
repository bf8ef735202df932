import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../lib/database'

/** The accounts of a mentor, for the head of a statement whose `me` is asked for once. */
export const mentorAccounts = (me: SQL | string): SQL => sql`who as materialized (select 'mentor:' || ${me} as mentor),
  mine as materialized (select mentor || ':held' as account, 'held' as part from who
    union all select mentor || ':available', 'available' from who union all select mentor || ':on_its_way', 'way' from who)`

export interface BalanceRow {
  currency: string
  held_minor: number
  available_minor: number
  on_its_way_minor: number
  paid_out_minor: number
}

/** A mentor's money by currency: sums of lines and nothing else (C7). */
export const balancesOf = (db: Database, me: SQL | string) =>
  db.all<BalanceRow>(sql`with ${mentorAccounts(me)}
    select l.currency, sum(iif(part = 'held', -l.amount_minor, 0)) as held_minor,
      sum(iif(part = 'available', -l.amount_minor, 0)) as available_minor,
      sum(iif(part = 'way', -l.amount_minor, 0)) as on_its_way_minor,
      sum(iif(part = 'way' and l.cause glob 'payout:*', l.amount_minor, 0)) as paid_out_minor
    from mine join ledger_lines l on l.account = mine.account group by l.currency order by count(*) desc`)
