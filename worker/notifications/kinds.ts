import type { NotificationKind } from '../contract/notifications.constants'
import { BOOKING_KINDS, type BookingKinds } from './kinds.bookings'
import { because, bookingMail, otherOf, sessionLink, times, title, type BookingData, type Kind } from './kind'
import { BUSY_KINDS, type BusyKinds } from './kinds.busy'
import { CALENDAR_KINDS, type CalendarKinds } from './kinds.calendars'
import { GOAL_KINDS, type GoalKinds } from './kinds.goals'
import { MAIL_KINDS, type MailKinds } from './kinds.mail'
import { MEETING_KINDS, type MeetingKinds } from './kinds.meetings'
import { PAYOUT_KINDS, type PayoutKinds } from './kinds.payouts'
import { REVIEW_KINDS, type ReviewKinds } from './kinds.reviews'
import { STUDENT_KINDS, type StudentKinds } from './kinds.students'
import { money, named, timeIn } from './wording'

export interface KindData
  extends
    BookingKinds,
    BusyKinds,
    CalendarKinds,
    GoalKinds,
    MailKinds,
    MeetingKinds,
    ReviewKinds,
    PayoutKinds,
    StudentKinds {
  mentor_approved: { reason?: string }
  mentor_refused: { reason?: string }
  booking_confirmed: BookingData
  booking_received: BookingData
  booking_cancelled: BookingData
  payment_received: BookingData
  payment_refunded: BookingData
  message_received: { conversation_id: string; sender_name: string; preview: string }
  password_changed: Record<never, never>
  email_changed: { new_email: string }
  totp_enabled: Record<never, never>
  totp_disabled: Record<never, never>
  google_linked: { google_email: string }
  google_unlinked: { google_email: string }
  account_closing: { until: string }
  account_reopened: Record<never, never>
  export_ready: { until: string }
  application_submitted: { answer_by: string }
  application_in_review: Record<never, never>
  check_passed: { check: 'identity' | 'company_email' | 'profile_link'; subject: string }
  mentor_left: BookingData & { alternatives: { mentor_id: string; name: string }[] }
  guardian_agreed: { mentor_id: string; mentor_name: string }
  guardian_withdrew: { mentor_id: string; mentor_name: string }
}

/** About the safety of an account: told in the product and by mail, always (G1). */
const security = <D>(words: string | ((data: D) => string), subject: string): Kind<D> => {
  const text = (data: D) => (typeof words === 'string' ? words : words(data))
  return {
    type: 'info',
    text,
    link: () => '/settings/security',
    mail: (data) => ({
      subject,
      paragraphs: [text(data), 'If this was not you, choose a new password and sign out everywhere.'],
      action: { label: 'Look at my account', path: '/settings/security' },
    }),
  }
}

const CHECKS = {
  identity: () => 'Your identity was checked.',
  company_email: (company: string) => `That you work at ${company} was checked by company e-mail.`,
  profile_link: (link: string) => `${link} was proven to be yours.`,
}

const mentorsLike = ({ alternatives: [first] }: { alternatives: { mentor_id: string }[] }): string =>
  first ? `/mentors/${first.mentor_id}` : '/mentors'

/** The closed table of kinds: what each says, where it leads, and whether it is mailed as well. */
export const KINDS: { [K in NotificationKind]: Kind<KindData[K]> } = {
  ...PAYOUT_KINDS,
  ...STUDENT_KINDS,
  ...REVIEW_KINDS,
  ...MAIL_KINDS,
  ...MEETING_KINDS,
  ...BOOKING_KINDS,
  ...BUSY_KINDS,
  ...CALENDAR_KINDS,
  ...GOAL_KINDS,
  mentor_approved: {
    type: 'success',
    important: true,
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
    link: () => '/application',
    mail: ({ reason }) => ({
      subject: 'About your mentor application',
      paragraphs: ['Your mentor application was not approved.', ...because(reason)],
      action: { label: 'Open my application', path: '/application' },
    }),
  },
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
  password_changed: security('Your password was changed. Other devices were signed out.', 'Your password was changed'),
  email_changed: security(
    ({ new_email }) => `Your e-mail address is ${new_email} now.`,
    'Your e-mail address was changed',
  ),
  totp_enabled: security('Signing in now asks for a code of your authenticator app.', 'Two-step sign-in is on'),
  totp_disabled: security('Signing in no longer asks for a code.', 'Two-step sign-in is off'),
  google_linked: security(
    ({ google_email }) => `You can sign in with the Google account ${google_email} now.`,
    'Google was connected',
  ),
  google_unlinked: security(
    ({ google_email }) => `The Google account ${google_email} can no longer sign in here.`,
    'Google was disconnected',
  ),
  account_closing: {
    type: 'warning',
    text: ({ until }, reader) =>
      `Your account closes. You can take that back until ${timeIn(reader.time_zone, until)}.`,
    link: () => '/settings/close',
    mail: ({ until }, reader) => ({
      subject: 'Your account closes',
      paragraphs: [
        'You asked us to close your account. Sessions ahead were cancelled and refunded as you were shown.',
        `Until ${timeIn(reader.time_zone, until)} you can sign in and take it back. After that everything is erased.`,
      ],
      action: { label: 'Keep my account', path: '/settings/close' },
    }),
  },
  account_reopened: security('Your account stays open.', 'Your account stays open'),
  export_ready: {
    type: 'success',
    text: ({ until }, reader) => `Your data is ready to download until ${timeIn(reader.time_zone, until)}.`,
    link: () => '/settings/data',
    mail: ({ until }, reader) => ({
      subject: 'Your data is ready',
      paragraphs: [`Download it until ${timeIn(reader.time_zone, until)}. You need to be signed in.`],
      action: { label: 'Download my data', path: '/settings/data' },
    }),
  },
  application_submitted: {
    type: 'info',
    text: ({ answer_by }, reader) =>
      `Your mentor application is with us. We answer by ${timeIn(reader.time_zone, answer_by)}.`,
    link: () => '/application',
    mail: ({ answer_by }, reader) => ({
      subject: 'Your mentor application is with us',
      paragraphs: [
        `A person reads it and answers by ${timeIn(reader.time_zone, answer_by)}.`,
        'You can already set your offers and your week.',
      ],
      action: { label: 'See my application', path: '/application' },
    }),
  },
  application_in_review: {
    type: 'info',
    text: () => 'Somebody is reading your mentor application now.',
    link: () => '/application',
  },
  check_passed: {
    type: 'success',
    text: (data) => `${CHECKS[data.check](named(data.subject))} Your page says so now.`,
    link: () => '/application',
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
