import type { Verdict } from '../contract/meetings.constants'
import { otherOf, sessionLink, times, title, type BookingData, type Kind, type Reader } from './kind'
import { named, timeIn } from './wording'

type Absence = Exclude<Verdict, 'completed'>

export interface MeetingKinds {
  session_completed: BookingData
  absence_noted: BookingData & { verdict: Absence; contest_until: string }
  contest_opened: BookingData
  contest_decided: BookingData & { verdict: Verdict; changed: boolean; words: string }
  room_message: { booking_id: string; offer_title: string; sender_id: string; sender_name: string; preview: string }
}

/** Who was missed, to the one who reads it. */
function missed(verdict: Absence, data: BookingData): string {
  if (verdict === 'nobody_came') return 'Nobody came'
  const absent = verdict === 'mentor_absent' ? 'mentor' : 'student'
  return data.reader === absent ? 'We did not see you' : `${otherOf(data).name} did not come`
}

const seen = (data: MeetingKinds['absence_noted'], reader: Reader) =>
  `${missed(data.verdict, data)} at ${title(data)} on ${timeIn(reader.time_zone, data.start_time)}.`

/** What follows for the money, before anybody contests. */
const money_after = (verdict: Absence): string =>
  verdict === 'student_absent'
    ? 'What was paid stays with the mentor, as the policy of this booking says.'
    : 'Everything that was paid goes back to the student.'

const DECIDED: Record<Verdict, string> = {
  completed: 'it took place',
  student_absent: 'the student did not come',
  mentor_absent: 'the mentor did not come',
  nobody_came: 'nobody came',
}
const decision = (data: MeetingKinds['contest_decided']) =>
  `We looked at ${title(data)} again: ${DECIDED[data.verdict]}. ${data.changed ? 'The verdict was changed.' : 'The verdict stays.'}`

export const MEETING_KINDS: { [K in keyof MeetingKinds]: Kind<MeetingKinds[K]> } = {
  session_completed: {
    type: 'success',
    text: (data) => `${title(data)} with ${otherOf(data).name} is over. How was it?`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `How was ${data.offer_title} with ${otherOf(data).name}?`,
      paragraphs: [
        `${title(data)} with ${otherOf(data).name} is over. Say how it was, as long as it is fresh.`,
        ...times(data, reader),
      ],
      action: { label: 'Say how it was', path: sessionLink(data) },
    }),
  },
  absence_noted: {
    type: 'warning',
    important: true,
    to_guardian: true,
    text: (data, reader) =>
      `${seen(data, reader)} If that is not right, say so until ${timeIn(reader.time_zone, data.contest_until)}.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `About your session ${data.offer_title}`,
      paragraphs: [
        seen(data, reader),
        money_after(data.verdict),
        `If that is not right, say so until ${timeIn(reader.time_zone, data.contest_until)}. No money moves before that.`,
      ],
      action: { label: 'See what the room saw', path: sessionLink(data) },
    }),
  },
  contest_opened: {
    type: 'info',
    text: (data) =>
      `${otherOf(data).name} says that the verdict on ${title(data)} is not right. We look at it; no money moves meanwhile.`,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `The verdict on ${data.offer_title} is contested`,
      paragraphs: [
        `${otherOf(data).name} says that the verdict on ${title(data)} is not right.`,
        'Somebody of our staff looks at it. No money moves meanwhile.',
        ...times(data, reader),
      ],
      action: { label: 'Open the session', path: sessionLink(data) },
    }),
  },
  contest_decided: {
    type: 'info',
    text: decision,
    link: sessionLink,
    mail: (data, reader) => ({
      subject: `Decided: ${data.offer_title}`,
      paragraphs: [decision(data), `Why: ${data.words}`, ...times(data, reader)],
      action: { label: 'Open the session', path: sessionLink(data) },
    }),
  },
  room_message: {
    type: 'info',
    text: ({ sender_name, offer_title, preview }) => `${named(sender_name)} in “${named(offer_title)}”: ${preview}`,
    link: ({ booking_id }) => `/meetings/${booking_id}`,
  },
}
