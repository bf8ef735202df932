import { and, eq, sql, type SQL } from 'drizzle-orm'
import { RECENT_DAYS, type Badge } from '../contract/badges.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { listings } from '../mentors/openings.schema'
import { notify } from '../notifications/notifications.data'
import { reviewTotals } from './ratings.data'
import { badges } from './reviews.schema'

const DAY = 86_400_000

const count = (query: SQL): SQL<number> => sql<number>`(select count(*) from ${query})`

/** What the rules ask of a mentor, for a query over `mentors`. */
const counts = (now: Date) => {
  const mine = sql`b.mentor_account_id = ${mentors.account_id}`
  const recent = sql`bookings b where ${mine} and b.busy_until > ${now.getTime() - RECENT_DAYS * DAY}`
  return {
    sessions: mentors.total_sessions,
    recent_sessions: count(sql`${recent} and b.state = 'completed'`),
    recent_absences: count(sql`${recent} and b.state = 'mentor_absent'`),
    // To decline a request is no cancellation.
    recent_cancellations: count(sql`${recent} and b.state = 'cancelled' and b.cancelled_by = ${mentors.account_id}
      and exists (select 1 from booking_history h where h.booking_id = b.id and h.state = 'confirmed')`),
    returning_students: count(sql`(select 1 from bookings b where ${mine} and b.state = 'completed'
      group by b.student_account_id having count(*) > 1)`),
    ...reviewTotals,
  }
}

export const countsOf = (db: Database, me: SQL | string, now: Date) =>
  db
    .select(shape(counts(now)))
    .from(mentors)
    .where(eq(mentors.account_id, me))

export const badgesOf = (db: Database, me: SQL | string) =>
  db.select({ badge: badges.badge, gained_at: badges.gained_at }).from(badges).where(eq(badges.account_id, me))

/** Listed mentors in the order of their numbers, with what they hold and what they would have earned. */
export const standingsBeyond = (db: Database, after: number, now: Date, limit: number) =>
  db
    .select(
      shape({
        number: listings.number,
        account_id: listings.account_id,
        held: sql<
          Badge[]
        >`(select json_group_array(badge) from badges where account_id = ${listings.account_id})`.mapWith(
          (json: string) => JSON.parse(json) as Badge[],
        ),
        ...counts(now),
      }),
    )
    .from(listings)
    .innerJoin(mentors, eq(mentors.account_id, listings.account_id))
    .where(sql`${listings.number} > ${after}`)
    .orderBy(listings.number)
    .limit(limit)

interface Change {
  account_id: string
  badge: Badge
  now: Date
}

/** A badge of one day is told of once, however often the job runs. */
const causeOf = ({ badge, now }: Change, act: string) => `badge:${badge}:${act}:${now.toISOString().slice(0, 10)}`

export const giveBadge = (db: Database, change: Change): Statement[] => {
  const { account_id, badge, now } = change
  return [
    db.insert(badges).values({ account_id, badge, gained_at: now }).onConflictDoNothing(),
    ...notify(db, { person: account_id, kind: 'badge_gained', cause: causeOf(change, 'gained'), data: { badge } }, now),
  ]
}

export const takeBadge = (db: Database, change: Change): Statement[] => {
  const { account_id, badge, now } = change
  return [
    db.delete(badges).where(and(eq(badges.account_id, account_id), eq(badges.badge, badge))),
    ...notify(db, { person: account_id, kind: 'badge_lost', cause: causeOf(change, 'lost'), data: { badge } }, now),
  ]
}
