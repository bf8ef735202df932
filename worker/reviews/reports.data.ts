import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import type { ReportState } from '../contract/reviews.constants'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { review_replies, review_reports, reviews } from './reviews.schema'

const mentor_accounts = alias(accounts, 'mentor_accounts')
const student_accounts = alias(accounts, 'student_accounts')
const reporters = alias(students, 'reporters')

interface NewReport {
  id: string
  review_id: string
  by: string
  reason: string
  now: Date
}

/** What somebody can read they may report, once; their own words they may not. */
export const reportReview = (db: Database, { id, review_id, by, reason, now }: NewReport): Statement =>
  db.run(sql`insert into review_reports (id, review_id, reporter_account_id, reason, state, reported_at)
    select ${id}, id, ${by}, ${reason}, 'open', ${now.getTime()} from reviews
    where id = ${review_id} and published_at is not null and removed_at is null and author_account_id <> ${by}
      and (side = 'student' or student_account_id = ${by})
    on conflict (review_id, reporter_account_id) do nothing`)

export const reportBy = (db: Database, review_id: string, by: string) =>
  db
    .select({
      id: review_reports.id,
      review_id: review_reports.review_id,
      reason: review_reports.reason,
      reported_at: review_reports.reported_at,
    })
    .from(review_reports)
    .where(and(eq(review_reports.review_id, review_id), eq(review_reports.reporter_account_id, by)))

const reported = (db: Database) =>
  db
    .select(
      shape({
        id: review_reports.id,
        state: review_reports.state,
        reason: review_reports.reason,
        reported_at: review_reports.reported_at,
        reported_by: reporters.student_id,
        decided_at: review_reports.decided_at,
        decision_reason: review_reports.decision_reason,
        review_id: reviews.id,
        booking_id: reviews.booking_id,
        author_account_id: reviews.author_account_id,
        side: reviews.side,
        stars: reviews.stars,
        text: reviews.text,
        written_at: reviews.written_at,
        removed_at: reviews.removed_at,
        mentor_account_id: reviews.mentor_account_id,
        mentor_id: mentors.mentor_id,
        mentor_name: mentor_accounts.name,
        student_id: students.student_id,
        student_name: student_accounts.name,
        reply_text: nullable(review_replies.text),
        replied_at: nullable(review_replies.replied_at),
        reply_removed_at: nullable(review_replies.removed_at),
      }),
    )
    .from(review_reports)
    .innerJoin(reviews, eq(reviews.id, review_reports.review_id))
    .innerJoin(reporters, eq(reporters.account_id, review_reports.reporter_account_id))
    .innerJoin(mentors, eq(mentors.account_id, reviews.mentor_account_id))
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, reviews.mentor_account_id))
    .innerJoin(students, eq(students.account_id, reviews.student_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, reviews.student_account_id))
    .leftJoin(review_replies, eq(review_replies.review_id, reviews.id))
export type ReportRow = Awaited<ReturnType<typeof reported>>[number]

interface Page {
  state: ReportState
  after: (string | number | null)[] | undefined
  limit: number
}

/** The longest waiting first, one more than asked. */
export const reportsIn = (db: Database, { state, after, limit }: Page) =>
  reported(db)
    .where(
      and(
        eq(review_reports.state, state),
        after ? sql`(${review_reports.reported_at}, ${review_reports.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(review_reports.reported_at), asc(review_reports.id))
    .limit(limit + 1)

export const reportOf = (db: Database, id: string) => reported(db).where(eq(review_reports.id, id))

interface Decision {
  review_id: string
  state: Exclude<ReportState, 'open'>
  reason: string
  by: string
  now: Date
}

/** Everybody who reported this review gets the same answer. */
export const decideReports = (db: Database, { review_id, state, reason, by, now }: Decision): Statement =>
  db
    .update(review_reports)
    .set({ state, decision_reason: reason, decided_by: by, decided_at: now })
    .where(and(eq(review_reports.review_id, review_id), eq(review_reports.state, 'open')))

const removal = ({ reason, by, now }: Decision) => ({ removed_at: now, removed_by: by, removal_reason: reason })

export const removeReview = (db: Database, decision: Decision): Statement =>
  db
    .update(reviews)
    .set(removal(decision))
    .where(and(eq(reviews.id, decision.review_id), sql`${reviews.removed_at} is null`))

export const removeReply = (db: Database, decision: Decision): Statement =>
  db
    .update(review_replies)
    .set(removal(decision))
    .where(and(eq(review_replies.review_id, decision.review_id), sql`${review_replies.removed_at} is null`))
