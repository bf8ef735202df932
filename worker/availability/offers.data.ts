import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { shape, type Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { offers } from './availability.schema'

export const offersOf = (db: Database, me: SQL | string) =>
  db
    .select()
    .from(offers)
    .where(and(eq(offers.mentor_account_id, me), isNull(offers.archived_at)))
    .orderBy(sql`${offers.kind} = 'intro'`, asc(offers.amount_minor), asc(offers.id))

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

export const ownOffer = (db: Database, id: string, me: SQL | string) =>
  db
    .select()
    .from(offers)
    .where(and(eq(offers.id, id), eq(offers.mentor_account_id, me), isNull(offers.archived_at)))

/** An offer that can be booked, with who gives it, where that is and how many students they take. */
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
        kind: offers.kind,
        seats: offers.seats,
        seat_prices: offers.seat_prices,
        most_per_student: offers.most_per_student,
        most_per_week: offers.most_per_week,
        needs_confirmation: offers.needs_confirmation,
        adults_only: offers.adults_only,
        refund_policy: offers.refund_policy,
        reschedule_notice_minutes: offers.reschedule_notice_minutes,
        cancel_notice_minutes: offers.cancel_notice_minutes,
        questions: offers.questions,
        zone: mentors.availability_zone,
        mentor_id: mentors.mentor_id,
        new_students: mentors.new_students,
        most_sessions_per_week: mentors.most_sessions_per_week,
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
export type BookableOffer = Awaited<ReturnType<typeof bookableOffer>>[number]

export const mentorOfOffer = (offer_id: string): SQL =>
  sql`(select mentor_account_id from offers where id = ${offer_id})`

export interface Intake {
  new_students: 'open' | 'by_request' | 'paused'
  most_sessions_per_week: number | null
}
export const intakeOf = (db: Database, me: SQL | string) =>
  db
    .select({ new_students: mentors.new_students, most_sessions_per_week: mentors.most_sessions_per_week })
    .from(mentors)
    .where(eq(mentors.account_id, me))

export const changeIntake = (db: Database, me: string, intake: Intake) =>
  db
    .update(mentors)
    .set(intake)
    .where(eq(mentors.account_id, me))
    .returning({ new_students: mentors.new_students, most_sessions_per_week: mentors.most_sessions_per_week })
