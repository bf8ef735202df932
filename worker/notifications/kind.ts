import type { NOTIFICATION_TYPES } from '../contract/notifications.constants'
import { named, timeIn } from './wording'

/** `reader` says which of the two this notification is for. */
export interface BookingData {
  reader: 'student' | 'mentor'
  booking_id: string
  offer_title: string
  start_time: string
  mentor_name: string
  student_name: string
  mentor_zone: string
  student_zone: string
  amount_minor: number
  currency: string
  reason?: string
  /** Until when this person, or the other side, answers or pays. */
  until?: string
  /** Of a move: the time that it was, or that is wished. */
  other_time?: string
}

/** Whom a text speaks to; times appear in this zone. */
export interface Reader {
  name: string
  time_zone: string
}

export interface MailText {
  subject: string
  paragraphs: string[]
  /** One button; the path lies inside the product. */
  action: { label: string; path: string }
}

export interface Kind<D> {
  type: (typeof NOTIFICATION_TYPES)[number]
  text: (data: D, reader: Reader) => string
  link: (data: D) => string
  mail?: (data: D, reader: Reader) => MailText
  /** Worth interrupting for: shown at once wherever the person is. */
  important?: true
  /** The guardian of a minor reads it too (A7). */
  to_guardian?: true
  /** Its mail carries the session as a calendar file (B11). */
  with_calendar_file?: true
}

export const otherOf = (data: BookingData) =>
  data.reader === 'mentor'
    ? { name: named(data.student_name), zone: data.student_zone }
    : { name: named(data.mentor_name), zone: data.mentor_zone }

export const sessionLink = ({ booking_id }: BookingData) => `/sessions/${booking_id}`
export const title = ({ offer_title }: BookingData) => `“${named(offer_title)}”`
export const because = (reason: string | undefined) => (reason ? [`Reason given: ${reason}`] : [])

/** The reader's time and the other side's (B13). */
export function times(data: BookingData, reader: Reader): string[] {
  const other = otherOf(data)
  const mine = timeIn(reader.time_zone, data.start_time)
  const theirs = timeIn(other.zone, data.start_time)
  return mine === theirs ? [`When: ${mine}`] : [`When: ${mine}`, `For ${other.name}: ${theirs}`]
}

export const bookingMail =
  (subject: (data: BookingData) => string, lead: (data: BookingData) => string, label: string) =>
  (data: BookingData, reader: Reader): MailText => ({
    subject: subject(data),
    paragraphs: [lead(data), ...times(data, reader), ...because(data.reason)],
    action: { label, path: sessionLink(data) },
  })
