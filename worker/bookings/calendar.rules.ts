/** A session as a calendar shows it. */
export interface CalendarEntry {
  uid: string
  start_time: Date
  end_time: Date
  title: string
  description: string
  url: string
  tentative: boolean
}

/** 2026-11-24T09:00:00.000Z as 20261124T090000Z. */
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const escaped = (text: string): string => text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r\n|\r|\n/g, '\\n')

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
export function calendarOf(entries: CalendarEntry[], made_at: Date): string {
  const events = entries.flatMap((entry) => [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${instant(made_at)}`,
    `DTSTART:${instant(entry.start_time)}`,
    `DTEND:${instant(entry.end_time)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${entry.url}`,
    `STATUS:${entry.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//AspireX//Sessions//EN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
