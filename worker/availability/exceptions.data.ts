import { and, asc, eq, gte, sql, type SQL } from 'drizzle-orm'
import { isLive } from '../bookings/times.data'
import { MOST_AWAY, MOST_DATES, MOST_ZONE_PERIODS, type TimeRange } from '../contract/exceptions.constants'
import type { Database } from '../lib/database'
import { away_periods, date_overrides, zone_periods } from './exceptions.schema'

type Whose = SQL | string

export const datesOf = (db: Database, me: Whose, since: string) =>
  db
    .select({ date: date_overrides.date, ranges: date_overrides.ranges, note: date_overrides.note })
    .from(date_overrides)
    .where(and(eq(date_overrides.mentor_account_id, me), gte(date_overrides.date, since)))
    .orderBy(asc(date_overrides.date))

export const awayOf = (db: Database, me: Whose, since: string) =>
  db
    .select({
      id: away_periods.id,
      from_date: away_periods.from_date,
      to_date: away_periods.to_date,
      note: away_periods.note,
    })
    .from(away_periods)
    .where(and(eq(away_periods.mentor_account_id, me), gte(away_periods.to_date, since)))
    .orderBy(asc(away_periods.from_date), asc(away_periods.id))

export const zonesOf = (db: Database, me: Whose, since: string) =>
  db
    .select({
      id: zone_periods.id,
      from_date: zone_periods.from_date,
      to_date: zone_periods.to_date,
      time_zone: zone_periods.time_zone,
    })
    .from(zone_periods)
    .where(and(eq(zone_periods.mentor_account_id, me), gte(zone_periods.to_date, since)))
    .orderBy(asc(zone_periods.from_date))

export interface Dated {
  date: string
  ranges: TimeRange[]
  note: string | null
}
/** No row where there are too many days already. */
export const setDate = (db: Database, me: string, { date, ranges, note }: Dated, since: string) =>
  db.all<{ date: string }>(sql`insert into date_overrides (mentor_account_id, date, ranges, note)
    select ${me}, ${date}, ${JSON.stringify(ranges)}, ${note}
    where (select count(*) from date_overrides where mentor_account_id = ${me} and date >= ${since} and date <> ${date}) < ${MOST_DATES}
    on conflict (mentor_account_id, date) do update set ranges = excluded.ranges, note = excluded.note returning date`)

export const forgetDate = (db: Database, me: string, date: string) =>
  db
    .delete(date_overrides)
    .where(and(eq(date_overrides.mentor_account_id, me), eq(date_overrides.date, date)))
    .returning({ date: date_overrides.date })

export interface Period {
  id: string
  from_date: string
  to_date: string
}
export const addAway = (db: Database, me: string, away: Period & { note: string | null }, since: string) =>
  db.all<{ id: string }>(sql`insert into away_periods (id, mentor_account_id, from_date, to_date, note)
    select ${away.id}, ${me}, ${away.from_date}, ${away.to_date}, ${away.note}
    where (select count(*) from away_periods where mentor_account_id = ${me} and to_date >= ${since}) < ${MOST_AWAY} returning id`)

export const removeAway = (db: Database, me: string, id: string) =>
  db
    .delete(away_periods)
    .where(and(eq(away_periods.mentor_account_id, me), eq(away_periods.id, id)))
    .returning({ id: away_periods.id })

/** No row where another period has one of its dates, or there are too many. */
export const addZonePeriod = (db: Database, me: string, period: Period & { time_zone: string }, since: string) =>
  db.all<{ id: string }>(sql`insert into zone_periods (id, mentor_account_id, from_date, to_date, time_zone)
    select ${period.id}, ${me}, ${period.from_date}, ${period.to_date}, ${period.time_zone}
    where not exists (select 1 from zone_periods where mentor_account_id = ${me}
        and from_date <= ${period.to_date} and to_date >= ${period.from_date})
      and (select count(*) from zone_periods where mentor_account_id = ${me} and to_date >= ${since}) < ${MOST_ZONE_PERIODS}
    returning id`)

export const removeZonePeriod = (db: Database, me: string, id: string) =>
  db
    .delete(zone_periods)
    .where(and(eq(zone_periods.mentor_account_id, me), eq(zone_periods.id, id)))
    .returning({ id: zone_periods.id })

/** Starts of the sessions that a mentor gives between two instants, each room once. */
export const startsBetween = (db: Database, me: Whose, from: number, until: number, now: Date) =>
  db.all<{ start: number }>(sql`select distinct start_time as start from bookings
    where mentor_account_id = ${me} and busy_until > ${from} and start_time < ${until} and ${isLive(now)}`)
