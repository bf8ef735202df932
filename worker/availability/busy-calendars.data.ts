import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { BusyTime, ZonePeriod } from '../bookings/slots.rules'
import { MOST_CALENDARS, type CalendarFault } from '../contract/exceptions.constants'
import { arrayOf, shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { busy_calendars } from './busy-calendars.schema'

const shown = {
  id: busy_calendars.id,
  name: busy_calendars.name,
  host: busy_calendars.host,
  state: busy_calendars.state,
  fault: busy_calendars.fault,
  events: busy_calendars.events,
  read_at: busy_calendars.read_at,
}

export const calendarsOf = (db: Database, me: SQL | string) =>
  db
    .select(shown)
    .from(busy_calendars)
    .where(eq(busy_calendars.mentor_account_id, me))
    .orderBy(asc(busy_calendars.created_at), asc(busy_calendars.id))

interface NewCalendar {
  id: string
  mentor_account_id: string
  name: string
  address: string
  host: string
  now: Date
  due_at: Date
}
/** No row where there are too many already. */
export const addCalendar = (db: Database, calendar: NewCalendar) =>
  db.all<{
    id: string
  }>(sql`insert into busy_calendars (id, mentor_account_id, name, address, host, state, due_at, created_at)
    select ${calendar.id}, ${calendar.mentor_account_id}, ${calendar.name}, ${calendar.address}, ${calendar.host}, 'waiting',
      ${calendar.due_at.getTime()}, ${calendar.now.getTime()}
    where (select count(*) from busy_calendars where mentor_account_id = ${calendar.mentor_account_id}) < ${MOST_CALENDARS}
    returning id`)

const mine = (me: string, id: string) => and(eq(busy_calendars.mentor_account_id, me), eq(busy_calendars.id, id))

export const isThere = (id: string): SQL => sql`exists (select 1 from busy_calendars where id = ${id})`

export const isMine = (me: string, id: string): SQL =>
  sql`exists (select 1 from busy_calendars where id = ${id} and mentor_account_id = ${me})`

/** Its times go with it. */
export const removeCalendar = (db: Database, me: string, id: string) =>
  db.delete(busy_calendars).where(mine(me, id)).returning({ id: busy_calendars.id })

export const askAgain = (db: Database, me: string, id: string, due_at: Date) =>
  db.update(busy_calendars).set({ state: 'waiting', due_at }).where(mine(me, id)).returning(shown)

/** What a reading needs to know; the zones are for whole days and times without one. */
export const calendarToRead = (db: Database, id: string) =>
  db
    .select(
      shape({
        mentor_account_id: busy_calendars.mentor_account_id,
        name: busy_calendars.name,
        address: busy_calendars.address,
        failures: busy_calendars.failures,
        zone: mentors.availability_zone,
        zone_periods: arrayOf<ZonePeriod>(sql`select json_group_array(json_object('from_date', from_date,
          'to_date', to_date, 'time_zone', time_zone)) from zone_periods where mentor_account_id = ${mentors.account_id}`),
      }),
    )
    .from(busy_calendars)
    .innerJoin(mentors, eq(mentors.account_id, busy_calendars.mentor_account_id))
    .where(eq(busy_calendars.id, id))

interface Read {
  id: string
  busy: readonly BusyTime[]
  events: number
  now: Date
  due_at: Date
}
/** The times that were read replace those from before. */
export const keepReading = (db: Database, { id, busy, events, now, due_at }: Read): Statement[] => [
  db.run(sql`delete from busy_times where calendar_id = ${id}`),
  db.run(sql`insert into busy_times (calendar_id, mentor_account_id, busy_from, busy_until)
    select c.id, c.mentor_account_id, value ->> 0, value ->> 1
    from busy_calendars c, json_each(${JSON.stringify(busy.map(({ from, until }) => [from, until]))}) where c.id = ${id}`),
  db
    .update(busy_calendars)
    .set({ state: 'read', fault: null, failures: 0, events, read_at: now, due_at })
    .where(eq(busy_calendars.id, id)),
]

/** What was read before stays: better to keep a time free for nothing than to book it twice. */
export const noteFailure = (db: Database, id: string, fault: CalendarFault, due_at: Date): Statement =>
  db
    .update(busy_calendars)
    .set({ state: 'failed', fault, due_at, failures: sql`${busy_calendars.failures} + 1` })
    .where(eq(busy_calendars.id, id))

/** Takes what is due, so that the next run does not; a reading sets when it is due again. */
export const takeDue = (db: Database, now: Date, until: Date, limit: number) =>
  db.all<{ id: string }>(sql`update busy_calendars set due_at = ${until.getTime()} where id in
    (select id from busy_calendars where due_at <= ${now.getTime()} order by due_at limit ${limit}) returning id`)
