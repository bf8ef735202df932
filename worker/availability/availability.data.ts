import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { offers, weekly_rules } from './availability.schema'

export const offersOf = (db: Database, me: SQL | string) =>
  db
    .select()
    .from(offers)
    .where(and(eq(offers.mentor_account_id, me), isNull(offers.archived_at)))
    .orderBy(asc(offers.amount_minor), asc(offers.id))

export type NewOffer = typeof offers.$inferInsert

export const addOffer = (db: Database, offer: NewOffer) => db.insert(offers).values(offer).returning()

const mine = (id: string, me: string) =>
  and(eq(offers.id, id), eq(offers.mentor_account_id, me), isNull(offers.archived_at))

export const changeOffer = (
  db: Database,
  id: string,
  me: string,
  change: Omit<NewOffer, 'id' | 'mentor_account_id' | 'created_at'>,
) => db.update(offers).set(change).where(mine(id, me)).returning()

/** An offer that was booked must stay readable, so it is put away, not deleted. */
export const archiveOffer = (db: Database, id: string, me: string, now: Date) =>
  db.update(offers).set({ archived_at: now }).where(mine(id, me)).returning({ id: offers.id })

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

/** An offer that can be booked, with who gives it and where that is. */
export const bookableOffer = (db: Database, offer_id: string, mentor_id: string) =>
  db
    .select(
      shape({
        id: offers.id,
        mentor_account_id: offers.mentor_account_id,
        title: offers.title,
        description: offers.description,
        minutes: offers.minutes,
        amount_minor: offers.amount_minor,
        currency: offers.currency,
        buffer_before_minutes: offers.buffer_before_minutes,
        buffer_after_minutes: offers.buffer_after_minutes,
        minimum_notice_minutes: offers.minimum_notice_minutes,
        horizon_days: offers.horizon_days,
        most_per_day: offers.most_per_day,
        created_at: offers.created_at,
        archived_at: offers.archived_at,
        zone: mentors.availability_zone,
        mentor_id: mentors.mentor_id,
      }),
    )
    .from(offers)
    .innerJoin(mentors, eq(mentors.account_id, offers.mentor_account_id))
    .where(
      and(
        eq(offers.id, offer_id),
        eq(mentors.mentor_id, mentor_id),
        eq(mentors.application_state, 'approved'),
        isNull(offers.archived_at),
      ),
    )

export const mentorOfOffer = (offer_id: string): SQL =>
  sql`(select mentor_account_id from offers where id = ${offer_id})`
