/** A session as a calendar shows it. Of one `uid` a calendar believes the highest `sequence` (B11). */
export interface CalendarEntry {
  uid: string
  sequence: number
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  start_time: Date
  end_time: Date
  changed_at: Date
  title: string
  description: string
  url: string
  /** Where it takes place, where that is not its page. */
  location?: string
}

/** How a file is meant (RFC 5546): to be looked at, to be put into a calendar, or to take something out of it. */
export interface CalendarPurpose {
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  organizer: string
  /** To whom it is sent. */
  attendee?: string
  /** What a calendar that is read again and again is called. */
  name?: string
}

/** 2026-11-24T09:00:00.000Z as 20261124T090000Z. */
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

// oxlint-disable-next-line no-control-regex -- these are what a text may not hold (RFC 5545, 3.3.11)
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const escaped = (text: string): string =>
  text
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')

const utf8 = new TextEncoder()

/** Lines of at most 75 octets; one that goes on begins with a space. No character is cut (B11). */
function folded(line: string): string {
  let [written, length] = ['', 0]
  for (const char of line) {
    const octets = utf8.encode(char).length
    if (length + octets > 75) [written, length] = [`${written}\r\n `, 1]
    written += char
    length += octets
  }
  return written
}

/** An iCalendar file (RFC 5545) of sessions, as it stood at `made_at`. */
export function calendarOf(entries: readonly CalendarEntry[], made_at: Date, purpose?: CalendarPurpose): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//AspireX//Sessions//EN',
    'CALSCALE:GREGORIAN',
    ...(purpose ? [`METHOD:${purpose.method}`] : []),
    ...(purpose?.name === undefined ? [] : manners(purpose.name)),
    ...entries.flatMap((entry) => eventOf(entry, made_at, purpose)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Of a calendar that is read again and again: its name, and how often that is worth it. */
const manners = (name: string): string[] => [
  `NAME:${escaped(name)}`,
  `X-WR-CALNAME:${escaped(name)}`,
  'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
  'X-PUBLISHED-TTL:PT1H',
]

const eventOf = (entry: CalendarEntry, made_at: Date, purpose: CalendarPurpose | undefined): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${instant(made_at)}`,
  `LAST-MODIFIED:${instant(entry.changed_at)}`,
  `DTSTART:${instant(entry.start_time)}`,
  `DTEND:${instant(entry.end_time)}`,
  `SUMMARY:${escaped(entry.title)}`,
  `DESCRIPTION:${escaped(entry.description)}`,
  `LOCATION:${escaped(entry.location ?? entry.url)}`,
  `URL:${entry.url}`,
  `STATUS:${entry.status}`,
  ...(purpose ? [`ORGANIZER;CN=AspireX:mailto:${purpose.organizer}`] : []),
  ...(purpose?.attendee === undefined ? [] : [attendance(purpose.attendee)]),
  'END:VEVENT',
]

/** Who booked has agreed already: their calendar asks them nothing. */
const attendance = (email: string): string =>
  `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${email.replace(/[%?#^`{|}/]/g, encodeURIComponent)}`
