import type { NotificationKind, NOTIFICATION_TYPES } from '../contract/notifications.constants'
import { money, named, timeIn } from './wording'

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
}

export interface KindData {
  email_verification: { path: string }
  mentor_approved: { reason?: string }
  mentor_refused: { reason?: string }
  booking_confirmed: BookingData
  booking_received: BookingData
  booking_cancelled: BookingData
  payment_received: BookingData
  payment_refunded: BookingData
  message_received: { conversation_id: string; sender_name: string; preview: string }
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
}

const otherOf = (data: BookingData) =>
  data.reader === 'mentor'
    ? { name: named(data.student_name), zone: data.student_zone }
    : { name: named(data.mentor_name), zone: data.mentor_zone }

const sessionLink = ({ booking_id }: BookingData) => `/sessions/${booking_id}`
const title = ({ offer_title }: BookingData) => `“${named(offer_title)}”`
const because = (reason: string | undefined) => (reason ? [`Reason given: ${reason}`] : [])

/** The reader's time and the other side's (B13). */
function times(data: BookingData, reader: Reader): string[] {
  const other = otherOf(data)
  const mine = timeIn(reader.time_zone, data.start_time)
  const theirs = timeIn(other.zone, data.start_time)
  return mine === theirs ? [`When: ${mine}`] : [`When: ${mine}`, `For ${other.name}: ${theirs}`]
}

const bookingMail =
  (subject: (data: BookingData) => string, lead: (data: BookingData) => string, label: string) =>
  (data: BookingData, reader: Reader): MailText => ({
    subject: subject(data),
    paragraphs: [lead(data), ...times(data, reader), ...because(data.reason)],
    action: { label, path: sessionLink(data) },
  })

/** The closed table of kinds: what each says, where it leads, and whether it is mailed as well. */
export const KINDS: { [K in NotificationKind]: Kind<KindData[K]> } = {
  email_verification: {
    type: 'info',
    text: () => 'Confirm your e-mail address.',
    link: ({ path }) => path,
    mail: ({ path }) => ({
      subject: 'Confirm your e-mail address',
      paragraphs: [
        'Please confirm that this address is yours. The link works for 24 hours.',
        'If you did not open an account at AspireX, ignore this message.',
      ],
      action: { label: 'Confirm e-mail address', path },
    }),
  },
  mentor_approved: {
    type: 'success',
    text: () => 'Your mentor profile is approved. Students can find and book you now.',
    link: () => '/availability',
    mail: () => ({
      subject: 'Your mentor profile is approved',
      paragraphs: ['Students can find and book you now. Check your offers and the hours you are free.'],
      action: { label: 'Set my hours', path: '/availability' },
    }),
  },
  mentor_refused: {
    type: 'warning',
    text: ({ reason }) => `Your mentor application was not approved.${reason ? ` ${reason}` : ''}`,
    link: () => '/profile',
    mail: ({ reason }) => ({
      subject: 'About your mentor application',
      paragraphs: ['Your mentor application was not approved.', ...because(reason)],
      action: { label: 'Open my profile', path: '/profile' },
    }),
  },
  booking_confirmed: {
    type: 'success',
    text: (data, reader) =>
      `Your session ${title(data)} with ${otherOf(data).name} is confirmed: ${timeIn(reader.time_zone, data.start_time)}.`,
    link: sessionLink,
    mail: bookingMail(
      (data) => `Confirmed: ${data.offer_title} with ${otherOf(data).name}`,
      (data) => `Your session ${title(data)} with ${otherOf(data).name} is confirmed.`,
      'Open the session',
    ),
  },
  booking_received: {
    type: 'success',
    text: (data, reader) =>
      `${otherOf(data).name} booked ${title(data)}: ${timeIn(reader.time_zone, data.start_time)}.`,
    link: sessionLink,
    mail: bookingMail(
      (data) => `New booking: ${data.offer_title} with ${otherOf(data).name}`,
      (data) => `${otherOf(data).name} booked ${title(data)} and paid ${money(data.amount_minor, data.currency)}.`,
      'Open the session',
    ),
  },
  booking_cancelled: {
    type: 'warning',
    text: (data, reader) =>
      `The session ${title(data)} with ${otherOf(data).name} on ${timeIn(reader.time_zone, data.start_time)} was cancelled.`,
    link: sessionLink,
    mail: bookingMail(
      (data) => `Cancelled: ${data.offer_title} with ${otherOf(data).name}`,
      (data) => `The session ${title(data)} with ${otherOf(data).name} was cancelled.`,
      'See details',
    ),
  },
  payment_received: {
    type: 'success',
    text: (data) => `Payment of ${money(data.amount_minor, data.currency)} for ${title(data)} received.`,
    link: sessionLink,
    mail: bookingMail(
      (data) => `Payment received: ${money(data.amount_minor, data.currency)}`,
      (data) => `We received ${money(data.amount_minor, data.currency)} for ${title(data)} with ${otherOf(data).name}.`,
      'Open the session',
    ),
  },
  payment_refunded: {
    type: 'info',
    text: (data) => `${money(data.amount_minor, data.currency)} for ${title(data)} is on its way back to you.`,
    link: sessionLink,
    mail: bookingMail(
      (data) => `Refund: ${money(data.amount_minor, data.currency)}`,
      (data) => `${money(data.amount_minor, data.currency)} for ${title(data)} is on its way back to you.`,
      'See details',
    ),
  },
  message_received: {
    type: 'info',
    text: ({ sender_name, preview }) => `${named(sender_name)}: ${preview}`,
    link: ({ conversation_id }) => `/messages/${conversation_id}`,
  },
}
