import type { notifications } from '../notifications/notifications.schema'
import type { BookingData } from '../notifications/kind'
import type { Notice } from '../notifications/notifications.data'
import { displayId } from './cast'
import { fixedId } from './fixed'
import type { Session } from './sessions'
import { providerId } from './fixed'

const HOUR = 3_600_000
/** What is older has been seen. */
const SEEN_AFTER = 40 * HOUR

/** Something that somebody was told, and when. */
export type Told = Notice & { at: Date; /** Decides against the usual: what is old has been read. */ is_read?: boolean }

function bookingData(
  { booking, mentor, student }: Session,
  reader: 'student' | 'mentor',
  extra: Partial<BookingData> = {},
): BookingData {
  return {
    reader,
    booking_id: booking.id,
    offer_title: booking.offer_title,
    start_time: booking.start_time.toISOString(),
    mentor_name: mentor.name,
    student_name: student.name,
    mentor_zone: mentor.zone,
    student_zone: student.zone,
    amount_minor: booking.amount_minor,
    currency: booking.currency,
    ...extra,
  }
}

/** What the two people of a session were told about it. */
export const noticesOf = (session: Session): Told[] => [
  ...agreed(session),
  ...paid(session),
  ...cancelled(session),
  ...refunded(session),
]

function agreed(session: Session): Told[] {
  const { booking, history, mentor, student } = session
  const at = history.find(({ state }) => state === 'confirmed')?.at
  if (!at) return []
  const [by_student, by_mentor] = [bookingData(session, 'student'), bookingData(session, 'mentor')]
  return [
    {
      person: student.account_id,
      kind: 'booking_confirmed',
      cause: `booking:${booking.id}:confirmed`,
      data: by_student,
      at,
    },
    {
      person: mentor.account_id,
      kind: 'booking_received',
      cause: `booking:${booking.id}:received`,
      data: by_mentor,
      at,
    },
  ]
}

function paid(session: Session): Told[] {
  const { paid_at, student, name } = session
  if (!paid_at) return []
  const cause = `payment:${providerId('pay', name)}`
  return [
    { person: student.account_id, kind: 'payment_received', cause, data: bookingData(session, 'student'), at: paid_at },
  ]
}

function cancelled(session: Session): Told[] {
  const { booking, mentor, student } = session
  if (booking.state !== 'cancelled') return []
  const extra = booking.cancel_reason ? { reason: booking.cancel_reason } : {}
  const cause = `booking:${booking.id}:cancelled`
  return [
    {
      person: student.account_id,
      kind: 'booking_cancelled',
      cause,
      data: bookingData(session, 'student', extra),
      at: booking.updated_at,
    },
    {
      person: mentor.account_id,
      kind: 'booking_cancelled',
      cause,
      data: bookingData(session, 'mentor', extra),
      at: booking.updated_at,
    },
  ]
}

function refunded(session: Session): Told[] {
  const { refund, student, name } = session
  if (!refund) return []
  const data = bookingData(session, 'student', { amount_minor: refund.amount_minor })
  return [
    {
      person: student.account_id,
      kind: 'payment_refunded',
      cause: `refund:${fixedId(`refund:${name}`)}`,
      data,
      at: refund.at,
    },
  ]
}

/** Rows in the order of time, so that the formal ids rise with it. */
export const noticeRows = (told: Told[], now: number): (typeof notifications.$inferInsert)[] =>
  told
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ person, kind, cause, data, at, is_read }, i) => ({
      id: fixedId(`notice:${person}:${cause}`),
      formal_id: displayId('N', i + 1),
      account_id: person,
      kind,
      cause,
      data: { ...data },
      created_at: at,
      read_at: (is_read ?? now - at.getTime() > SEEN_AFTER) ? new Date(Math.min(now, at.getTime() + 2 * HOUR)) : null,
      mailed_at: kind === 'message_received' ? null : at,
    }))
