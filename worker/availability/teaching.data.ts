import { eq, sql, type SQL } from 'drizzle-orm'
import { isLive } from '../bookings/times.data'
import type { BusyTime, DateOverride, DateSpan, WeeklyRule, ZonePeriod } from '../bookings/slots.rules'
import { arrayOf, shape, type Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import type { Given, Taught } from './teaching.rules'

const DAY = 86_400_000
/** What lies just outside still matters: buffers, and the limits of the whole week in which a start lies. */
const MARGIN = 9 * DAY

const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** How much of a mentor's life is read for the free times between two instants. */
export function reachOf(now: Date, from: number, until: number) {
  const [since, before] = [from - MARGIN, until + MARGIN]
  return { now: now.getTime(), since, before, since_date: dateOf(since), before_date: dateOf(before) }
}
export type Reach = ReturnType<typeof reachOf>
/** The same, unknown while the query is made. */
export type Places = { [K in keyof Reach]: SQL }

/**
 * What a mentor's free times between two instants are worked out from, in the mentor's own row: the week, what differs
 * from it, and all that stands in the way. Nothing else may decide about them.
 */
export function teachingOf({ now, since, before, since_date, before_date }: Reach | Places) {
  const mine = sql`mentor_account_id = ${mentors.account_id}`
  const near = sql`to_date >= ${since_date} and from_date <= ${before_date}`
  const live = isLive(typeof now === 'number' ? new Date(now) : now)
  return {
    availability_zone: mentors.availability_zone,
    most_sessions_per_week: mentors.most_sessions_per_week,
    new_students: mentors.new_students,
    rules: arrayOf<WeeklyRule>(sql`select json_group_array(json_object('weekday', weekday, 'start', start, 'end', "end")
      order by weekday, start) from weekly_rules where ${mine}`),
    overrides: arrayOf<DateOverride>(sql`select json_group_array(json_object('date', date, 'ranges', json(ranges)))
      from date_overrides where ${mine} and date between ${since_date} and ${before_date}`),
    away: arrayOf<DateSpan>(sql`select json_group_array(json_object('from_date', from_date, 'to_date', to_date))
      from away_periods where ${mine} and ${near}`),
    zone_periods:
      arrayOf<ZonePeriod>(sql`select json_group_array(json_object('from_date', from_date, 'to_date', to_date,
      'time_zone', time_zone) order by from_date) from zone_periods where ${mine} and ${near}`),
    external: arrayOf<BusyTime>(sql`select json_group_array(json_object('from', busy_from, 'until', busy_until))
      from busy_times where ${mine} and busy_until > ${since} and busy_from < ${before}`),
    teaching: arrayOf<Taught>(sql`select json_group_array(json_object('from', busy_from, 'until', busy_until,
      'start', start_time, 'end', end_time, 'offer_id', offer_id)) from bookings
      where ${mine} and busy_until > ${since} and busy_from < ${before} and ${live}`),
    given:
      arrayOf<Given>(sql`select json_group_array(json_object('start', start_time, 'offer_id', offer_id)) from bookings
      where ${mine} and busy_until > ${since} and busy_from < ${before}
        and state in ('completed', 'student_absent', 'mentor_absent', 'nobody_came')`),
    learning:
      arrayOf<BusyTime>(sql`select json_group_array(json_object('from', start_time, 'until', end_time)) from bookings
      where student_account_id = ${mentors.account_id} and end_time > ${since} and start_time < ${before} and ${live}`),
  }
}

/** The one answer from which every question about a mentor's free times is put: one row, or none for who is no mentor. */
export const teachingTimes = (db: Database, mentor: SQL | string, span: { now: Date; from: number; until: number }) =>
  db
    .select(shape(teachingOf(reachOf(span.now, span.from, span.until))))
    .from(mentors)
    .where(eq(mentors.account_id, mentor))
