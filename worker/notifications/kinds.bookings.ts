import { because, bookingMail, otherOf, sessionLink, times, title, type BookingData, type Kind } from './kind'
import { money, named, timeIn } from './wording'

export interface BookingKinds {
  booking_requested: BookingData
  request_received: BookingData
  request_unanswered: BookingData
  proposal_received: BookingData
  proposal_accepted: BookingData
  move_asked: BookingData
  move_declined: BookingData
  booking_moved: BookingData
  time_opened: { mentor_id: string; mentor_name: string }
}

const byThen = ({ until }: BookingData, zone: string): string => (until ? timeIn(zone, until) : '')
const otherTime = ({ other_time }: BookingData, zone: string): string => (other_time ? timeIn(zone, other_time) : '')

/** The life of a session between its two people. */
export const BOOKING_KINDS: { [K in keyof BookingKinds]: Kind<BookingKinds[K]> } = {
  booking_requested: {
    type: 'info',
    to_guardian: true,
    text: (data, reader) =>
      `${otherOf(data).name} was asked about ${title(data)}: ${timeIn(reader.time_zone, data.start_time)}. An answer comes by ${byThen(data, reader.time_zone)}, or everything is given back.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `Asked: ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `${otherOf(data).name} decides about ${title(data)} by ${byThen(data, reader.time_zone)}. Without an answer it ends by itself and everything is given back.`,
        ...times(data, reader),
      ],
      action: { label: 'Open the session', path: sessionLink(data) },
    }),
  },
  request_received: {
    type: 'info',
    important: true,
    text: (data, reader) =>
      `${otherOf(data).name} asks for ${title(data)}: ${timeIn(reader.time_zone, data.start_time)}. Answer by ${byThen(data, reader.time_zone)}.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `Please answer: ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `${otherOf(data).name} asks for ${title(data)}. Answer by ${byThen(data, reader.time_zone)}; without an answer it ends by itself.`,
        ...times(data, reader),
      ],
      action: { label: 'Accept or decline', path: sessionLink(data) },
    }),
  },
  request_unanswered: {
    type: 'warning',
    to_guardian: true,
    text: (data, reader) =>
      `The request for ${title(data)} on ${timeIn(reader.time_zone, data.start_time)} was not answered in time and has ended.`,
    link: sessionLink,
    mail: bookingMail(
      (data) => `Not answered: ${data.offer_title} with ${otherOf(data).name}`,
      (data) =>
        data.reader === 'student'
          ? `${otherOf(data).name} did not answer in time. What you paid is on its way back to you.`
          : `You did not answer ${otherOf(data).name} in time, so the request has ended.`,
      'See details',
    ),
  },
  proposal_received: {
    type: 'info',
    important: true,
    text: (data, reader) =>
      `${otherOf(data).name} proposes times for ${title(data)}. Answer by ${byThen(data, reader.time_zone)}.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `Times proposed: ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `${otherOf(data).name} proposes times for ${title(data)}. Take one by ${byThen(data, reader.time_zone)}, or decline.`,
        ...times(data, reader),
      ],
      action: { label: 'See the times', path: sessionLink(data) },
    }),
  },
  proposal_accepted: {
    type: 'success',
    important: true,
    to_guardian: true,
    text: (data, reader) =>
      `${otherOf(data).name} took your time for ${title(data)}: ${timeIn(reader.time_zone, data.start_time)}. Pay by ${byThen(data, reader.time_zone)} to keep it.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `${otherOf(data).name} took your time: pay to keep it`,
      paragraphs: [
        `${title(data)} is kept for you until ${byThen(data, reader.time_zone)}. It costs ${money(data.amount_minor, data.currency)}.`,
        ...times(data, reader),
      ],
      action: { label: 'Pay and confirm', path: sessionLink(data) },
    }),
  },
  move_asked: {
    type: 'info',
    important: true,
    text: (data, reader) =>
      `${otherOf(data).name} asks to move ${title(data)} from ${timeIn(reader.time_zone, data.start_time)} to ${otherTime(data, reader.time_zone)}.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `Another time? ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `${otherOf(data).name} asks to move ${title(data)} to ${otherTime(data, reader.time_zone)}. Until you agree, the time stays as it is.`,
        ...times(data, reader),
        ...because(data.reason),
      ],
      action: { label: 'Accept or decline', path: sessionLink(data) },
    }),
  },
  move_declined: {
    type: 'info',
    text: (data, reader) =>
      `${title(data)} with ${otherOf(data).name} stays on ${timeIn(reader.time_zone, data.start_time)}: the other time did not suit.`,
    link: sessionLink,
  },
  booking_moved: {
    type: 'info',
    important: true,
    with_calendar_file: true,
    to_guardian: true,
    text: (data, reader) =>
      `${title(data)} with ${otherOf(data).name} moved to ${timeIn(reader.time_zone, data.start_time)} (it was ${otherTime(data, reader.time_zone)}).`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `Moved: ${data.offer_title} with ${otherOf(data).name}`,
      paragraphs: [
        `${title(data)} has a new time. It was ${otherTime(data, reader.time_zone)}.`,
        ...times(data, reader),
        ...because(data.reason),
      ],
      action: { label: 'Open the session', path: sessionLink(data) },
    }),
  },
  time_opened: {
    type: 'success',
    text: ({ mentor_name }) => `${named(mentor_name)} has a free time again.`,
    link: ({ mentor_id }) => `/mentors/${mentor_id}`,
    mail: ({ mentor_id, mentor_name }) => ({
      subject: `${mentor_name} has a free time again`,
      paragraphs: [`${named(mentor_name)} had no free time when you looked. There is one now; it is kept for nobody.`],
      action: { label: 'See the times', path: `/mentors/${mentor_id}` },
    }),
  },
}
