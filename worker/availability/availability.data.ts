import { asc, eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { weekly_rules } from './availability.schema'

export const weekOf = (db: Database, me: SQL | string) =>
  db
    .select({ weekday: weekly_rules.weekday, start: weekly_rules.start, end: weekly_rules.end })
    .from(weekly_rules)
    .where(eq(weekly_rules.mentor_account_id, me))
    .orderBy(asc(weekly_rules.weekday), asc(weekly_rules.start))

export const zoneOf = (db: Database, me: SQL | string) =>
  db.select({ time_zone: mentors.availability_zone }).from(mentors).where(eq(mentors.account_id, me))

export interface Week {
  time_zone: string
  weekly: { id: string; weekday: number; start: string; end: string }[]
}
/** The whole week at once: what is not named is gone. */
export const replaceWeek = (db: Database, me: string, week: Week): Statement[] => [
  db.update(mentors).set({ availability_zone: week.time_zone }).where(eq(mentors.account_id, me)),
  db.delete(weekly_rules).where(eq(weekly_rules.mentor_account_id, me)),
  db.run(sql`insert into weekly_rules (id, mentor_account_id, weekday, start, "end")
    select value ->> 'id', ${me}, value ->> 'weekday', value ->> 'start', value ->> 'end' from json_each(${JSON.stringify(week.weekly)})`),
]
