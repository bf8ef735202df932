import * as z from 'zod'
import { Id, Instant, MentorId, PageQuery, pageOf, StudentId, text } from './common'
import {
  REPLY_LENGTH,
  REPORT_DECISIONS,
  REPORT_LENGTH,
  REPORT_STATES,
  REVIEW_LENGTH,
  REVIEW_SIDES,
  STARS,
} from './reviews.constants'

const Stars = z.int().min(STARS.least).max(STARS.most)

export const NewReview = z
  .strictObject({
    stars: Stars.optional().meta({ description: 'Of a student about a mentor, who alone gives them' }),
    text: text(0, REVIEW_LENGTH).meta({ description: 'May be empty beside stars' }),
  })
  .meta({ id: 'NewReview' })
export const NewReply = z.strictObject({ text: text(1, REPLY_LENGTH) }).meta({ id: 'NewReply' })
export const NewReport = z.strictObject({ reason: text(1, REPORT_LENGTH) }).meta({ id: 'NewReport' })

const Reply = z.object({
  text: z.string().nullable().meta({ description: 'Null where staff removed it' }),
  replied_at: Instant,
})
const shown = {
  id: Id,
  stars: Stars.nullable().meta({ description: 'Null where staff removed the review' }),
  text: z.string(),
  is_removed: z.boolean(),
  offer_title: z.string(),
  held_at: Instant.meta({ description: 'When the session was' }),
  published_at: Instant,
  reply: Reply.nullable(),
}
const Author = z.object({
  name: z.string().meta({ description: 'The first name alone, unless the student has a public page' }),
  picture_url: z.string().nullable(),
  student_id: StudentId.nullable(),
})

/** What everybody reads about a mentor. */
export const Review = z.object({ ...shown, author: Author }).meta({ id: 'Review' })
export const Rating = z
  .object({
    rating: z.number().nullable().meta({ description: 'A Bayesian mean with one decimal; null under three reviews' }),
    rating_count: z.int(),
    histogram: z.array(z.int()).length(STARS.most).meta({ description: 'How many gave 1, 2, 3, 4 and 5 stars' }),
  })
  .meta({ id: 'Rating' })
export const ReviewPage = pageOf(Review).extend({ summary: Rating, mentor_name: z.string() }).meta({ id: 'ReviewPage' })

/** A review as the mentor it is about reads it. */
export const ReceivedReview = z
  .object({ ...shown, booking_id: Id, student_id: StudentId, author: Author, may_reply: z.boolean() })
  .meta({ id: 'ReceivedReview' })
export const ReceivedReviewPage = pageOf(ReceivedReview).extend({ summary: Rating }).meta({ id: 'ReceivedReviewPage' })

const Written = z.object({
  id: Id,
  stars: Stars.nullable(),
  text: z.string(),
  written_at: Instant,
  visible_from: Instant.meta({ description: 'At the latest' }),
  is_visible: z.boolean(),
  is_removed: z.boolean(),
  removal_reason: z.string().nullable(),
  reply: Reply.nullable(),
})
/** Both reviews of a session as one of its two people may see them. */
export const SessionReviews = z
  .object({
    side: z.enum(REVIEW_SIDES).meta({ description: 'Mine' }),
    write_until: Instant.nullable().meta({ description: 'Null where I cannot write one, or have' }),
    mine: Written.nullable(),
    theirs: Written.nullable().meta({ description: 'Null while it is hidden from me' }),
    theirs_is_written: z.boolean(),
    may_reply: z.boolean(),
    shown_as: z.string().nullable().meta({ description: 'The name beside my public review' }),
  })
  .meta({ id: 'SessionReviews' })

export const ReviewPath = z.strictObject({ id: Id })
export const Replied = z.object({ text: z.string(), replied_at: Instant }).meta({ id: 'Replied' })
export const Reported = z.object({ review_id: Id, reason: z.string(), reported_at: Instant }).meta({ id: 'Reported' })

export const ReportQuery = PageQuery.extend({ state: z.enum(REPORT_STATES).default('open') })
export const ReviewReport = z
  .object({
    id: Id,
    state: z.enum(REPORT_STATES),
    reason: z.string(),
    reported_at: Instant,
    reported_by: StudentId,
    decided_at: Instant.nullable(),
    decision_reason: z.string().nullable(),
    review: z.object({
      id: Id,
      side: z.enum(REVIEW_SIDES),
      stars: Stars.nullable(),
      text: z.string(),
      written_at: Instant,
      is_removed: z.boolean(),
      mentor_id: MentorId,
      mentor_name: z.string(),
      student_id: StudentId,
      student_name: z.string(),
      reply: Reply.nullable(),
    }),
  })
  .meta({ id: 'ReviewReport' })
export const ReviewReportPage = pageOf(ReviewReport).meta({ id: 'ReviewReportPage' })
export const ReportDecision = z
  .strictObject({
    decision: z.enum(REPORT_DECISIONS).meta({ description: 'For every open report of the same review' }),
    reason: text(1, 1000),
  })
  .meta({ id: 'ReportDecision' })
