import type { NotificationKind } from '../contract/notifications.constants'
import { ACCOUNT_KINDS, type AccountKinds } from './kinds.accounts'
import { APPLICATION_KINDS, type ApplicationKinds } from './kinds.applications'
import { BOOKING_KINDS, type BookingKinds } from './kinds.bookings'
import { bookingMail, otherOf, sessionLink, times, title, type BookingData, type Kind } from './kind'
import { BUSY_KINDS, type BusyKinds } from './kinds.busy'
import { CALENDAR_KINDS, type CalendarKinds } from './kinds.calendars'
import { COMMUNITY_KINDS, type CommunityKinds } from './kinds.community'
import { EVENT_KINDS, type EventKinds } from './kinds.events'
import { GOAL_KINDS, type GoalKinds } from './kinds.goals'
import { MAIL_KINDS, type MailKinds } from './kinds.mail'
import { MEETING_KINDS, type MeetingKinds } from './kinds.meetings'
import { PAYOUT_KINDS, type PayoutKinds } from './kinds.payouts'
import { REVIEW_KINDS, type ReviewKinds } from './kinds.reviews'
import { STUDENT_KINDS, type StudentKinds } from './kinds.students'
import { SUPPORT_KINDS, type SupportKinds } from './kinds.support'
import { money, named, timeIn } from './wording'

export interface KindData
  extends
    AccountKinds,
    ApplicationKinds,
    BookingKinds,
    BusyKinds,
    CalendarKinds,
    CommunityKinds,
    EventKinds,
    GoalKinds,
    MailKinds,
    MeetingKinds,
    ReviewKinds,
    PayoutKinds,
    StudentKinds,
    SupportKinds {
  booking_confirmed: BookingData
  booking_received: BookingData
  booking_cancelled: BookingData
  payment_received: BookingData
  payment_refunded: BookingData
  message_received: { conversation_id: string; sender_name: string; preview: string }
  mentor_left: BookingData & { alternatives: { mentor_id: string; name: string }[] }
  guardian_agreed: { mentor_id: string; mentor_name: string }
  guardian_withdrew: { mentor_id: string; mentor_name: string }
}

const mentorsLike = ({ alternatives: [first] }: { alternatives: { mentor_id: string }[] }): string =>
  first ? `/mentors/${first.mentor_id}` : '/mentors'

/** The closed table of kinds: what each says, where it leads, and whether it is mailed as well. */
export const KINDS: { [K in NotificationKind]: Kind<KindData[K]> } = {
  ...ACCOUNT_KINDS,
  ...APPLICATION_KINDS,
  ...PAYOUT_KINDS,
  ...STUDENT_KINDS,
  ...REVIEW_KINDS,
  ...MAIL_KINDS,
  ...MEETING_KINDS,
  ...BOOKING_KINDS,
  ...BUSY_KINDS,
  ...CALENDAR_KINDS,
  ...COMMUNITY_KINDS,
  ...EVENT_KINDS,
  ...GOAL_KINDS,
  ...SUPPORT_KINDS,
  booking_confirmed: {
    type: 'success',
    important: true,
    with_calendar_file: true,
    to_guardian: true,
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
    important: true,
    with_calendar_file: true,
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
    important: true,
    with_calendar_file: true,
    to_guardian: true,
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
    to_guardian: true,
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
    important: true,
    text: ({ sender_name, preview }) => `${named(sender_name)}: ${preview}`,
    link: ({ conversation_id }) => `/messages/${conversation_id}`,
  },
  mentor_left: {
    type: 'warning',
    important: true,
    with_calendar_file: true,
    to_guardian: true,
    text: (data, reader) =>
      `${otherOf(data).name} left AspireX. Your session ${title(data)} on ${timeIn(reader.time_zone, data.start_time)} is cancelled and fully refunded.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `${otherOf(data).name} left AspireX`,
      paragraphs: [
        `Your session ${title(data)} is cancelled, and ${money(data.amount_minor, data.currency)} is on its way back to you.`,
        ...times(data, reader),
        ...(data.alternatives.length > 0
          ? [`Mentors who teach something similar: ${data.alternatives.map(({ name }) => named(name)).join(', ')}.`]
          : []),
      ],
      action: { label: 'Find another mentor', path: mentorsLike(data) },
    }),
  },
  guardian_agreed: {
    type: 'success',
    important: true,
    text: ({ mentor_name }) => `You may book sessions with ${named(mentor_name)}: your guardian agreed.`,
    link: ({ mentor_id }) => `/mentors/${mentor_id}`,
  },
  guardian_withdrew: {
    type: 'warning',
    important: true,
    text: ({ mentor_name }) => `Your guardian does not agree to sessions with ${named(mentor_name)}.`,
    link: () => '/settings/account',
  },
}
