import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, type CalendarEntry } from './calendar.rules'
import { readTwice } from './desk'

const entry: CalendarEntry = {
  uid: '1@aspirex.example.com',
  sequence: 3,
  status: 'CONFIRMED',
  start_time: new Date('2026-11-24T09:00:00Z'),
  end_time: new Date('2026-11-24T10:00:00Z'),
  changed_at: new Date('2026-11-20T07:00:00Z'),
  title: 'Mock interview',
  description: '',
  url: 'https://aspirex.example.com/sessions/1',
}
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')
const at = new Date('2026-11-22T08:30:15.250Z')

describe('a calendar file', () => {
  it('holds a session with its times in UTC', () => {
    const lines = unfolded(calendarOf([entry, { ...entry, status: 'TENTATIVE' }], at))
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20261122T083015Z',
        'DTSTART:20261124T090000Z',
        'DTEND:20261124T100000Z',
        'SEQUENCE:3',
        'STATUS:CONFIRMED',
        'STATUS:TENTATIVE',
      ]),
    )
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  })

  it('escapes what would end a value', () => {
    const title = 'Go; C, C++ \\ more\nEND:VEVENT'
    expect(unfolded(calendarOf([{ ...entry, title }], at))).toContain('SUMMARY:Go\\; C\\, C++ \\\\ more\\nEND:VEVENT')
  })

  it('folds lines at 75 octets and cuts no character', () => {
    const title = '학습과 멘토링 🚀'.repeat(20)
    const file = calendarOf([{ ...entry, title }], at)
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(file).not.toContain('\ufffd')
    expect(unfolded(file)).toContain(`SUMMARY:${title}`)
  })

  it('says to whom it is sent, and asks them nothing', () => {
    const purpose = { method: 'REQUEST', organizer: 'no-reply@example.com', attendee: 'a%b@example.com' } as const
    const lines = unfolded(calendarOf([entry], at, purpose))
    expect(lines).toContain('METHOD:REQUEST')
    expect(lines).toContain('ORGANIZER;CN=AspireX:mailto:no-reply@example.com')
    expect(lines).toContain('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:a%25b@example.com')
  })

  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom(
      'BEGIN:VEVENT',
      'a\\nb',
      'क्षत्रिय ₹',
      '👩🏽‍💻🏳️‍🌈',
      'ﷺ‮abc',
      "\"; X='1',",
      'é\u0000\u0007x',
      'a\r\nb\rc',
      'a\u2028b',
      '"a"',
    ),
  )
  /** What a line of the file says, read as RFC 5545 has it: only CRLF ends a line, and a backslash escapes what follows. */
  const saidIn = (file: string, name: string) =>
    unfolded(file)
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .replace(/\\([\\;,n])/g, (_, char: string) => (char === 'n' ? '\n' : char))
  /**
   * What node-ical 0.27 cannot read, though a file may hold it: it takes an escaped backslash before an n for a line
   * break, drops a line with U+2028 or U+2029, for the dot of its regular expression does not match these, and takes
   * quotes around a whole text away.
   */
  const beyondTheOther = /[\\\u2028\u2029]|^"[^]*"$/
  it('is read alike by two parsers, whatever its words hold', () => {
    fc.assert(
      fc.property(words, words, fc.nat(1000), (title, description, sequence) => {
        const kept = (text: string) =>
          // oxlint-disable-next-line no-control-regex -- what a file may not hold
          text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').replace(/\r\n|[\r\u2028\u2029]/g, '\n')
        const expected = {
          uid: entry.uid,
          sequence,
          status: 'CONFIRMED',
          start: '2026-11-24T09:00:00.000Z',
          end: '2026-11-24T10:00:00.000Z',
          title: kept(title),
          description: kept(description),
        }
        const file = calendarOf([{ ...entry, title, description, sequence }], at)
        expect([saidIn(file, 'SUMMARY'), saidIn(file, 'DESCRIPTION')]).toEqual([expected.title, expected.description])
        const [[one], [other]] = readTwice(file).by
        expect(one).toEqual(expected)
        expect(other).toEqual({
          ...expected,
          ...(beyondTheOther.test(title) && { title: other?.title }),
          ...(beyondTheOther.test(description) && { description: other?.description }),
        })
      }),
      { numRuns: Number(import.meta.env.RANDOM_RUNS || 100) },
    )
  })
})
