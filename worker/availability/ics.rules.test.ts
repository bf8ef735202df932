import { describe, expect, it } from 'vitest'
import { busyIn } from './ics.rules'

const at = (text: string) => Date.parse(text)
const window = { from: at('2026-10-20T00:00Z'), until: at('2026-12-20T00:00Z') }

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:one', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n')

function busy(ics: string, zone = 'Europe/Lisbon'): string[] {
  const reading = busyIn(ics, window, () => zone)
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.busy.map(({ from, until }) => `${iso(from)}/${iso(until)}`)
}
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16)

describe('a calendar from elsewhere', () => {
  it('keeps the time of an event, in UTC, in a zone and on the clock of its owner', () => {
    expect(busy(calendar(event('DTSTART:20261102T100000Z', 'DTEND:20261102T113000Z')))).toEqual([
      '2026-11-02T10:00/2026-11-02T11:30',
    ])
    expect(busy(calendar(event('DTSTART;TZID=Asia/Kolkata:20261102T100000', 'DURATION:PT45M')))).toEqual([
      '2026-11-02T04:30/2026-11-02T05:15',
    ])
    expect(busy(calendar(event('DTSTART:20261102T100000', 'DTEND:20261102T110000')), 'America/New_York')).toEqual([
      '2026-11-02T15:00/2026-11-02T16:00',
    ])
  })

  it('reads our own zone data, where the runtime or the file would be stale', () => {
    expect(busy(calendar(event('DTSTART;TZID=America/Vancouver:20261215T100000', 'DURATION:PT1H')))).toEqual([
      '2026-12-15T17:00/2026-12-15T18:00',
    ])
  })

  it('takes a zone that only the file knows from the file', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Office Time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    expect(busy(calendar(...zone, event('DTSTART;TZID=Office Time:20261102T100000', 'DURATION:PT1H')))).toEqual([
      '2026-11-02T07:00/2026-11-02T08:00',
    ])
  })

  it('blocks the local day of a whole-day event, twenty-five hours long where the clock goes back', () => {
    expect(busy(calendar(event('DTSTART;VALUE=DATE:20261025', 'DTEND;VALUE=DATE:20261026')))).toEqual([
      '2026-10-24T23:00/2026-10-26T00:00',
    ])
    expect(busy(calendar(event('DTSTART;VALUE=DATE:20261105')), 'Asia/Kolkata')).toEqual([
      '2026-11-04T18:30/2026-11-05T18:30',
    ])
  })

  it('leaves free what says so, what was cancelled and what lasts no time', () => {
    for (const line of ['TRANSP:TRANSPARENT', 'STATUS:CANCELLED', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'])
      expect(busy(calendar(event('DTSTART:20261102T100000Z', 'DURATION:PT1H', line)))).toEqual([])
    expect(busy(calendar(event('DTSTART:20261102T100000Z')))).toEqual([])
  })

  it('keeps nothing before or after the days that are looked at', () => {
    const far = [event('DTSTART:20200102T100000Z', 'DURATION:PT1H'), event('DTSTART:20290102T100000Z', 'DURATION:PT1H')]
    expect(busy(calendar(...far))).toEqual([])
  })

  it('makes one time of several that meet', () => {
    const two = [
      event('DTSTART:20261102T100000Z', 'DURATION:PT1H'),
      event('DTSTART:20261102T103000Z', 'DURATION:PT1H').replace('UID:one', 'UID:two'),
    ]
    expect(busy(calendar(...two))).toEqual(['2026-11-02T10:00/2026-11-02T11:30'])
  })
})

describe('an event that repeats', () => {
  it('keeps its wall time over a change of the clocks', () => {
    const weekly = event('DTSTART;TZID=America/New_York:20261029T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2')
    expect(busy(calendar(weekly))).toEqual(['2026-10-29T13:00/2026-10-29T14:00', '2026-11-05T14:00/2026-11-05T15:00'])
  })

  it('goes on from years ago, and ends with the last one before its end', () => {
    const daily = event(
      'DTSTART;TZID=Asia/Kolkata:20160101T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;UNTIL=20261022T033000Z',
    )
    expect(busy(calendar(daily)).at(-1)).toBe('2026-10-22T03:30/2026-10-22T04:30')
  })

  it('leaves out the days that were taken out, and adds those that were added', () => {
    const some = event(
      'DTSTART;TZID=Asia/Kolkata:20261101T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE;TZID=Asia/Kolkata:20261102T090000',
      'EXDATE:20261103T033000Z',
      'RDATE;TZID=Asia/Kolkata:20261110T090000',
    )
    expect(busy(calendar(some))).toEqual(['2026-11-01T03:30/2026-11-01T04:30', '2026-11-10T03:30/2026-11-10T04:30'])
  })

  it('moves the one that was moved and frees the one that was cancelled', () => {
    const series = event('DTSTART:20261101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3')
    const moved = event('RECURRENCE-ID:20261102T090000Z', 'DTSTART:20261102T150000Z', 'DURATION:PT1H')
    const gone = event(
      'RECURRENCE-ID:20261103T090000Z',
      'DTSTART:20261103T090000Z',
      'DURATION:PT1H',
      'STATUS:CANCELLED',
    )
    expect(busy(calendar(series, moved, gone))).toEqual([
      '2026-11-01T09:00/2026-11-01T10:00',
      '2026-11-02T15:00/2026-11-02T16:00',
    ])
  })

  it('blocks whole days one by one', () => {
    const days = event('DTSTART;VALUE=DATE:20261102', 'RRULE:FREQ=WEEKLY;COUNT=2')
    expect(busy(calendar(days), 'Asia/Kolkata')).toEqual([
      '2026-11-01T18:30/2026-11-02T18:30',
      '2026-11-08T18:30/2026-11-09T18:30',
    ])
  })
})

describe('a file that is no calendar, or too much of one', () => {
  const fault = (ics: string) => busyIn(ics, window, () => 'UTC')

  it.each([
    ['a page', '<!doctype html><p>Sign in'],
    ['nothing', ''],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART'],
  ])('says so of %s', (_, text) => expect(fault(text)).toEqual({ fault: 'not_a_calendar' }))

  it('does not count through what repeats every second', () => {
    const seconds = event('DTSTART:20000101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')
    expect(fault(calendar(seconds))).toEqual({ fault: 'too_many_events' })
  })

  it('keeps at most two thousand events', () => {
    const half = event(`DTSTART:20261101T000000Z`, 'DURATION:PT10M', 'RRULE:FREQ=MINUTELY;INTERVAL=15;COUNT=2001')
    expect(fault(calendar(half))).toEqual({ fault: 'too_many_events' })
    expect(fault(calendar(half.replace('2001', '2000')))).toMatchObject({ events: 2000 })
  })

  it('passes over an event whose start cannot be read', () => {
    const odd = [event('DTSTART:yesterday', 'DURATION:PT1H'), event('DTSTART:20261102T100000Z', 'DURATION:PT1H')]
    expect(busy(calendar(...odd))).toEqual(['2026-11-02T10:00/2026-11-02T11:00'])
  })
})
