import { and, desc, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { preferences } from '../accounts/preferences.schema'
import { bookings } from '../bookings/bookings.schema'
import { nullable, shape, type Database } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { review_replies, reviews } from './reviews.schema'

const mentor_accounts = alias(accounts, 'mentor_accounts')
const student_accounts = alias(accounts, 'student_accounts')

const reply = {
  reply_text: nullable(review_replies.text),
  replied_at: nullable(review_replies.replied_at),
  reply_removed_at: nullable(review_replies.removed_at),
}
const has_public_page = sql<boolean>`coalesce(${preferences.public_page}, 0)`.mapWith(Boolean)

/** The reviews of a mentor that everybody may read, with who wrote them, the latest first. */
export const publishedReviews = (
  db: Database,
  mentor_account_id: SQL | string,
  {
    after,
    limit,
    but_answered,
  }: { after?: (string | number | null)[] | undefined; limit: number; but_answered?: true },
) =>
  db
    .select(
      shape({
        id: reviews.id,
        booking_id: reviews.booking_id,
        stars: reviews.stars,
        text: reviews.text,
        published_at: sql<Date>`${reviews.published_at}`.mapWith(reviews.published_at),
        removed_at: reviews.removed_at,
        offer_title: bookings.offer_title,
        start_time: bookings.start_time,
        student_id: students.student_id,
        name: accounts.name,
        picture_url: accounts.picture_url,
        date_of_birth: accounts.date_of_birth,
        time_zone: accounts.time_zone,
        erased_at: accounts.erased_at,
        public_page: has_public_page,
        ...reply,
      }),
    )
    .from(reviews)
    .innerJoin(bookings, eq(bookings.id, reviews.booking_id))
    .innerJoin(accounts, eq(accounts.id, reviews.student_account_id))
    .innerJoin(students, eq(students.account_id, reviews.student_account_id))
    .leftJoin(preferences, eq(preferences.account_id, reviews.student_account_id))
    .leftJoin(review_replies, eq(review_replies.review_id, reviews.id))
    .where(
      and(
        eq(reviews.mentor_account_id, mentor_account_id),
        eq(reviews.side, 'student'),
        isNotNull(reviews.published_at),
        // What left with the verdict leaves no trace; what staff removed does.
        sql`(${reviews.removed_at} is null or ${reviews.removed_by} is not null)`,
        but_answered ? and(isNull(reviews.removed_at), isNull(review_replies.review_id)) : undefined,
        after ? sql`(${reviews.published_at}, ${reviews.id}) < (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(reviews.published_at), desc(reviews.id))
    .limit(limit + 1)
export type PublishedRow = Awaited<ReturnType<typeof publishedReviews>>[number]

/** A mentor whose page everybody may see. */
export const listedMentor = (db: Database, mentor_id: string) =>
  db
    .select(shape({ account_id: mentors.account_id, name: accounts.name }))
    .from(mentors)
    .innerJoin(accounts, eq(accounts.id, mentors.account_id))
    .where(
      and(
        eq(mentors.mentor_id, mentor_id),
        eq(mentors.application_state, 'approved'),
        sql`${accounts.suspended_at} is null`,
      ),
    )
export const mentorNumbered = (mentor_id: string): SQL =>
  sql`(select account_id from mentors where mentor_id = ${mentor_id})`

/** A session and its two people, for one of them. */
export const sessionToReview = (db: Database, booking_id: string, me: SQL | string) =>
  db
    .select(
      shape({
        booking_id: bookings.id,
        state: bookings.state,
        judged_at: bookings.judged_at,
        end_time: bookings.end_time,
        offer_title: bookings.offer_title,
        mentor_account_id: bookings.mentor_account_id,
        student_account_id: bookings.student_account_id,
        mentor_name: mentor_accounts.name,
        mentor_id: mentors.mentor_id,
        student_name: student_accounts.name,
        student_id: students.student_id,
        picture_url: student_accounts.picture_url,
        date_of_birth: student_accounts.date_of_birth,
        time_zone: student_accounts.time_zone,
        erased_at: student_accounts.erased_at,
        public_page: has_public_page,
      }),
    )
    .from(bookings)
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, bookings.mentor_account_id))
    .innerJoin(mentors, eq(mentors.account_id, bookings.mentor_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, bookings.student_account_id))
    .innerJoin(students, eq(students.account_id, bookings.student_account_id))
    .leftJoin(preferences, eq(preferences.account_id, bookings.student_account_id))
    .where(
      and(eq(bookings.id, booking_id), or(eq(bookings.mentor_account_id, me), eq(bookings.student_account_id, me))),
    )
export type Session = Awaited<ReturnType<typeof sessionToReview>>[number]

export const reviewsOfSession = (db: Database, booking_id: string) =>
  db
    .select(
      shape({
        id: reviews.id,
        side: reviews.side,
        stars: reviews.stars,
        text: reviews.text,
        written_at: reviews.written_at,
        visible_from: reviews.visible_from,
        published_at: reviews.published_at,
        removed_at: reviews.removed_at,
        removal_reason: reviews.removal_reason,
        ...reply,
      }),
    )
    .from(reviews)
    .leftJoin(review_replies, eq(review_replies.review_id, reviews.id))
    .where(eq(reviews.booking_id, booking_id))
export type SessionReview = Awaited<ReturnType<typeof reviewsOfSession>>[number]
