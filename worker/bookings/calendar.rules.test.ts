import { describe, expect, it } from 'vitest'
import { calendarOf } from './calendar.rules'

const entry = {
  uid: 'booking-1@aspirex.example.com',
  start_time: new Date('2026-11-24T09:00:00Z'),
  end_time: new Date('2026-11-24T10:00:00Z'),
  title: 'Mock interview',
  description: '',
  url: 'https://aspirex.example.com/sessions/1',
  tentative: false,
}
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  it('holds a session with its times in UTC', () => {
    const lines = unfolded(calendarOf([entry, { ...entry, tentative: true }], new Date('2026-11-22T08:30:15.250Z')))
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20261122T083015Z',
        'DTSTART:20261124T090000Z',
        'DTEND:20261124T100000Z',
        'STATUS:CONFIRMED',
        'STATUS:TENTATIVE',
      ]),
    )
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
  })

  it('escapes what would end a value', () => {
    const title = 'Go; C, C++ \\ more\nEND:VEVENT'
    expect(unfolded(calendarOf([{ ...entry, title }], entry.start_time))).toContain(
      'SUMMARY:Go\\; C\\, C++ \\\\ more\\nEND:VEVENT',
    )
  })

  it('folds lines at 75 octets and cuts no character', () => {
    const title = '학습과 멘토링 🚀'.repeat(20)
    const file = calendarOf([{ ...entry, title }], entry.start_time)
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(file).not.toContain('\ufffd')
    expect(unfolded(file)).toContain(`SUMMARY:${title}`)
  })
})
