import type { review_replies, reviews } from '../reviews/reviews.schema'
import { hiddenUntil } from '../reviews/reviews.rules'
import type { ReviewSide } from '../contract/reviews.constants'
import { fixedId, numbersFor, pick } from './fixed'
import type { Told } from './notices'
import { FEEDBACK, PRAISE, REPLIES } from './review-words'
import type { Session } from './sessions'

const HOUR = 3_600_000

type Row = typeof reviews.$inferInsert & { published_at: Date | null }

/** How often students of the world say something, and how often their mentors do. */
const SPEAK = { student: 0.72, mentor: 0.5 }

interface Said {
  student: { stars: number; text: string; at: number } | undefined
  mentor: { text: string; at: number } | undefined
  reply: string | undefined
}

/** Out of twenty students so many give five stars, and so many four. */
function starsFrom(chance: number): 3 | 4 | 5 {
  if (chance < 0.8) return 5
  return chance < 0.95 ? 4 : 3
}

/** Nobody's students say the same thing one after another. */
const nthOf = (words: string[], mentor: { key: string }, nth: number): string =>
  words[(nth + Math.floor(numbersFor(`words:${mentor.key}`)() * words.length)) % words.length] ?? ''

function drawn({ name, booking, mentor: teacher }: Session, nth: number): Said {
  const next = numbersFor(`review:${name}`)
  const end = booking.end_time.getTime()
  const stars = starsFrom(next())
  const text = nthOf(PRAISE[stars], teacher, nth).replace('{offer}', `“${booking.offer_title}”`)
  const student = next() < SPEAK.student ? { stars, text, at: end + (1 + next() * 40) * HOUR } : undefined
  const mentor =
    next() < SPEAK.mentor ? { text: nthOf(FEEDBACK, teacher, nth), at: end + (1 + next() * 30) * HOUR } : undefined
  const reply = next() < 0.25 ? pick(REPLIES[stars === 3 ? 'sorry' : 'thanks'], next) : undefined
  return { student, mentor, reply }
}

/** Sessions of the story have words of their own, or none yet. */
function saidAbout(session: Session, nth: number, now: number): Said {
  const { review, booking } = session
  if (review === undefined) return drawn(session, nth)
  if (review === null) return { student: undefined, mentor: undefined, reply: undefined }
  const { stars, text, feedback, reply, hours } = review
  const at = hours === undefined ? now - 5 * HOUR : booking.end_time.getTime() + hours * HOUR
  return {
    student: { stars, text, at },
    mentor: feedback === undefined ? undefined : { text: feedback, at: at + 3 * HOUR },
    reply,
  }
}

/** Both spoke, or 72 hours are over. */
function publishedAt({ student, mentor }: Said, written: number, now: number): Date | null {
  const both = student && mentor ? Math.max(student.at, mentor.at) : Infinity
  const at = Math.min(both, hiddenUntil(new Date(written)).getTime())
  return at <= now ? new Date(at) : null
}

function rowOf(session: Session, side: ReviewSide, said: Said, now: number): Row | undefined {
  const { booking, mentor, student, name } = session
  const words = said[side]
  if (!words) return undefined
  return {
    id: fixedId(`review:${name}:${side}`),
    booking_id: booking.id,
    side,
    author_account_id: (side === 'student' ? student : mentor).account_id,
    mentor_account_id: mentor.account_id,
    student_account_id: student.account_id,
    stars: side === 'student' ? (said.student?.stars ?? null) : null,
    text: words.text,
    written_at: new Date(words.at),
    visible_from: hiddenUntil(new Date(words.at)),
    published_at: publishedAt(said, words.at, now),
  }
}

function replyTo(row: Row | undefined, { reply }: Said): (typeof review_replies.$inferInsert)[] {
  if (!row?.published_at || reply === undefined) return []
  const replied_at = new Date(row.published_at.getTime() + 5 * HOUR)
  return [{ review_id: row.id, mentor_account_id: row.mentor_account_id, text: reply, replied_at }]
}

/** What the other side was told of a review. */
function toldOf({ booking, mentor, student }: Session, row: Row): Told {
  const reader = row.side === 'student' ? ('mentor' as const) : ('student' as const)
  const person = (reader === 'mentor' ? mentor : student).account_id
  const { id: booking_id, offer_title } = booking
  const data = { reader, booking_id, offer_title, mentor_name: mentor.name, student_name: student.name }
  const cause = `review:${booking_id}:${row.side}`
  if (row.published_at) return { person, kind: 'review_visible', cause: `${cause}:visible`, data, at: row.published_at }
  const hidden = { ...data, visible_from: row.visible_from.toISOString() }
  return { person, kind: 'review_received', cause: `${cause}:received`, data: hidden, at: row.written_at }
}

/** What the two of every session that took place wrote about it. */
export function reviewsAt(sessions: Session[], now: number) {
  const counts = new Map<string, number>()
  const all = sessions
    .filter(({ booking }) => booking.state === 'completed')
    .map((session) => {
      const nth = counts.get(session.mentor.key) ?? 0
      counts.set(session.mentor.key, nth + 1)
      const said = saidAbout(session, nth, now)
      const mine = rowOf(session, 'student', said, now)
      const rows = [mine, rowOf(session, 'mentor', said, now)].filter((row) => row !== undefined)
      return { rows, replies: replyTo(mine, said), told: rows.map((row) => toldOf(session, row)) }
    })
  return {
    reviews: all.flatMap(({ rows }) => rows),
    replies: all.flatMap(({ replies }) => replies),
    told: all.flatMap(({ told }) => told),
  }
}
