import { and, eq, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/accounts.schema'
import { bookings } from '../bookings/bookings.schema'
import { REVIEW_DAYS, type ReviewSide } from '../contract/reviews.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { notify } from '../notifications/notifications.data'
import { hiddenUntil } from './reviews.rules'
import { review_replies, reviews } from './reviews.schema'

const DAY = 86_400_000
const mentor_accounts = alias(accounts, 'mentor_accounts')
const student_accounts = alias(accounts, 'student_accounts')

export interface Draft {
  id: string
  booking_id: string
  side: ReviewSide
  author: string
  stars: number | null
  text: string
  now: Date
}

/** Writes where the session took place, not too long ago, and this side has not spoken; both are seen once both spoke. */
export const writeReview = (db: Database, { id, booking_id, side, author, stars, text, now }: Draft): Statement[] => {
  const at = now.getTime()
  const column = sql.raw(`${side}_account_id`)
  return [
    db.run(sql`insert into reviews (id, booking_id, side, author_account_id, mentor_account_id, student_account_id, stars,
        text, written_at, visible_from)
      select ${id}, id, ${side}, ${author}, mentor_account_id, student_account_id, ${stars}, ${text}, ${at},
        ${hiddenUntil(now).getTime()} from bookings
      where id = ${booking_id} and state = 'completed' and ${column} = ${author}
        and coalesce(judged_at, end_time) > ${at - REVIEW_DAYS * DAY} on conflict (booking_id, side) do nothing`),
    db.run(sql`update reviews set published_at = ${at} where booking_id = ${booking_id} and published_at is null
      and removed_at is null and (select count(*) from reviews where booking_id = ${booking_id}) = 2`),
  ]
}

export const isWritten = (id: string): SQL => sql`exists (select 1 from reviews where id = ${id})`
export const isPublished = (id: string): SQL =>
  sql`exists (select 1 from reviews where id = ${id} and published_at is not null)`

/** Who is told of a review, and by whom and what it is about. */
export interface About {
  booking_id: string
  offer_title: string
  mentor_account_id: string
  mentor_name: string
  student_account_id: string
  student_name: string
}

const words = ({ booking_id, offer_title, mentor_name, student_name }: About, side: ReviewSide) => ({
  /** Of the two, who reads this notice. */
  reader: side === 'student' ? ('mentor' as const) : ('student' as const),
  booking_id,
  offer_title,
  mentor_name,
  student_name,
})
const readerOf = (about: About, side: ReviewSide): string =>
  side === 'student' ? about.mentor_account_id : about.student_account_id

/** The other side hears that something is written, and not what. */
export const tellWritten = (db: Database, { id, side, now }: Draft, about: About): Statement[] =>
  notify(
    db,
    {
      person: readerOf(about, side),
      kind: 'review_received',
      cause: `review:${about.booking_id}:${side}:received`,
      data: { ...words(about, side), visible_from: hiddenUntil(now).toISOString() },
    },
    now,
    sql`${isWritten(id)} and not ${isPublished(id)}`,
  )

/** The one whom a review is about hears that it can be read. */
export const tellPublished = (db: Database, side: ReviewSide, about: About, now: Date, when: SQL): Statement[] =>
  notify(
    db,
    {
      person: readerOf(about, side),
      kind: 'review_visible',
      cause: `review:${about.booking_id}:${side}:visible`,
      data: words(about, side),
    },
    now,
    when,
  )

/** Reviews whose time of hiding is over, with whom to tell. */
export const dueReviews = (db: Database, now: Date, limit: number) =>
  db
    .select(
      shape({
        id: reviews.id,
        side: reviews.side,
        booking_id: reviews.booking_id,
        offer_title: bookings.offer_title,
        mentor_account_id: reviews.mentor_account_id,
        mentor_name: mentor_accounts.name,
        student_account_id: reviews.student_account_id,
        student_name: student_accounts.name,
      }),
    )
    .from(reviews)
    .innerJoin(bookings, eq(bookings.id, reviews.booking_id))
    .innerJoin(mentor_accounts, eq(mentor_accounts.id, reviews.mentor_account_id))
    .innerJoin(student_accounts, eq(student_accounts.id, reviews.student_account_id))
    .where(and(isNull(reviews.published_at), lte(reviews.visible_from, now), isNull(reviews.removed_at)))
    .orderBy(reviews.visible_from)
    .limit(limit)

export const publish = (db: Database, id: string, now: Date): Statement =>
  db
    .update(reviews)
    .set({ published_at: now })
    .where(and(eq(reviews.id, id), isNull(reviews.published_at), isNull(reviews.removed_at)))

/** A published review for the mentor it is about. */
export const reviewOfMine = (db: Database, id: string, me: SQL | string) =>
  db
    .select(
      shape({
        id: reviews.id,
        booking_id: reviews.booking_id,
        offer_title: bookings.offer_title,
        student_account_id: reviews.student_account_id,
        mentor_id: mentors.mentor_id,
      }),
    )
    .from(reviews)
    .innerJoin(bookings, eq(bookings.id, reviews.booking_id))
    .innerJoin(mentors, eq(mentors.account_id, reviews.mentor_account_id))
    .where(and(eq(reviews.id, id), eq(reviews.mentor_account_id, me), isPublicReview))

export const isPublicReview = sql`${reviews.side} = 'student' and ${reviews.published_at} is not null
  and ${reviews.removed_at} is null`

interface Reply {
  review_id: string
  mentor_account_id: string
  text: string
  now: Date
}

/** One reply for each review that can be read. */
export const writeReply = (db: Database, { review_id, mentor_account_id, text, now }: Reply): Statement =>
  db.all(sql`insert into review_replies (review_id, mentor_account_id, text, replied_at)
    select id, mentor_account_id, ${text}, ${now.getTime()} from reviews
    where id = ${review_id} and mentor_account_id = ${mentor_account_id} and ${isPublicReview}
    on conflict (review_id) do nothing returning review_id`)

export const isReplied = (review_id: string): SQL =>
  sql`exists (select 1 from review_replies where review_id = ${review_id})`
export const replyTo = (db: Database, review_id: string) =>
  db
    .select({ replied_at: review_replies.replied_at })
    .from(review_replies)
    .where(eq(review_replies.review_id, review_id))
