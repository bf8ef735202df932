import { isMinor } from '../accounts/age.rules'
import { HIDDEN_HOURS, REVIEW_DAYS, type ReviewSide } from '../contract/reviews.constants'

const HOUR = 3_600_000

export const hiddenUntil = (written_at: Date): Date => new Date(written_at.getTime() + HIDDEN_HOURS * HOUR)

/** Until when a session may be reviewed; none that did not take place. */
export function writeUntil(booking: { state: string; judged_at: Date | null; end_time: Date }): Date | null {
  if (booking.state !== 'completed') return null
  return new Date((booking.judged_at ?? booking.end_time).getTime() + REVIEW_DAYS * 24 * HOUR)
}

export interface Face {
  name: string
  picture_url: string | null
  student_id: string
  public_page: boolean
  erased_at: Date | null
  date_of_birth: string | null
  time_zone: string
}

/** A student's whole name and face are for everybody only where they opened a page to everybody. */
export function publicFace(who: Face, now: Date) {
  if (who.public_page && !isMinor(who, now))
    return { name: who.name, picture_url: who.picture_url, student_id: who.student_id }
  const [first = ''] = who.name.trim().split(/\s+/)
  // Whoever was erased has a name that says so.
  return { name: who.erased_at ? who.name : first, picture_url: null, student_id: null }
}

interface ReplyRow {
  reply_text: string | null
  replied_at: Date | null
  reply_removed_at: Date | null
}
export const replyView = ({ reply_text, replied_at, reply_removed_at }: ReplyRow) =>
  replied_at ? { text: reply_removed_at ? null : reply_text, replied_at } : null

interface Row extends ReplyRow {
  id: string
  stars: number | null
  text: string
  offer_title: string
  start_time: Date
  published_at: Date
  removed_at: Date | null
}

/** A removed review leaves its place and its date. */
export const shownView = (row: Row) => ({
  id: row.id,
  stars: row.removed_at ? null : row.stars,
  text: row.removed_at ? '' : row.text,
  is_removed: row.removed_at !== null,
  offer_title: row.offer_title,
  held_at: row.start_time,
  published_at: row.published_at,
  reply: replyView(row),
})

export const otherSide = (side: ReviewSide): ReviewSide => (side === 'student' ? 'mentor' : 'student')

/** As the mentor reads it. */
export const receivedView = (
  row: Row & { booking_id: string; student_id: string; name: string; picture_url: string | null },
) => ({
  ...shownView(row),
  booking_id: row.booking_id,
  student_id: row.student_id,
  author: { name: row.name, picture_url: row.picture_url, student_id: row.student_id },
  may_reply: row.removed_at === null && row.replied_at === null,
})
