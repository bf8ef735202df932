import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'

/** While nobody says that the verdict on the session is wrong (H1). */
const isUncontested = sql`not exists (select 1 from contests where booking_id = o.booking_id and state = 'open')`

/** Bounded, the longest waiting first. An order leaves this list by `forgetRelease`. */
export const dueReleases = (db: Database, earned_until: Date) =>
  db.all<{ order_id: string }>(sql`select o.id as order_id from orders o
    where o.earned_at <= ${earned_until.getTime()} and ${isUncontested} order by o.earned_at limit 50`)

export interface Release {
  order_id: string
  at: number
}
const listed = (releases: Release[]): SQL => sql`json_each(${JSON.stringify(releases)})`

/** What is held for an order becomes available, once: what came back to the student meanwhile is not in it. */
export const postReleases = (db: Database, releases: Release[]): Statement =>
  db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
    with due as materialized (
      select o.id, o.currency, 'mentor:' || b.mentor_account_id as mentor, value ->> 'at' as at,
        (select coalesce(-sum(amount_minor), 0) from ledger_lines
          where order_id = o.id and account = 'mentor:' || b.mentor_account_id || ':held') as held
      from ${listed(releases)} join orders o on o.id = value ->> 'order_id' join bookings b on b.id = o.booking_id
      where ${isUncontested}
    )
    select 'release:' || id, mentor || ':held', held, currency, id, at from due where held > 0
    union all select 'release:' || id, mentor || ':available', -held, currency, id, at from due where held > 0
    on conflict (cause, account) do nothing`)

export const forgetReleases = (db: Database, releases: Release[]): Statement =>
  db.run(sql`update orders as o set earned_at = null
    where id in (select value ->> 'order_id' from ${listed(releases)}) and ${isUncontested}`)
