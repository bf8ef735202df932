/// <reference types="vite/types/importMeta.d.ts" />
import * as fc from 'fast-check'
import packed from 'moment-timezone/data/packed/latest.json'
import { describe, expect, it } from 'vitest'
import {
  abbreviationAt,
  dateOfDay,
  dayOfDate,
  instantsOf,
  nextValidInstant,
  offsetAt,
  wallTimeOf,
  zoneData,
  zoneLabel,
} from './zone'

const RUNS = Number(import.meta.env.RANDOM_RUNS || 60)
const data = zoneData(packed)

const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z')
const at = (text: string) => Date.parse(text)
const instants = (zone: string, date: string, time: string) =>
  instantsOf(data.zone(zone), date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3))).map(iso)
const next = (zone: string, date: string, minutes: number) => iso(nextValidInstant(data.zone(zone), date, minutes))
const wall = (zone: string, instant: string) => {
  const { date, time } = wallTimeOf(data.zone(zone), at(instant))
  return `${date} ${time}`
}

describe('the data', () => {
  it('is the pinned edition and knows old names as well as new ones', () => {
    expect(data.version).toBe('2026f')
    expect(data.names).toContain('Asia/Kolkata')
    expect(data.names).toContain('Asia/Calcutta')
    expect(data.names).toEqual([...data.names].sort())
    expect(data.zone('Asia/Calcutta')).toBe(data.zone('Asia/Kolkata'))
  })

  it('refuses names it does not know', () => {
    for (const name of ['', 'Mars/Olympus', 'asia/kolkata', '__proto__', 'Asia/Kolkata|']) {
      expect(data.has(name)).toBe(false)
      expect(() => data.zone(name)).toThrow(RangeError)
    }
  })

  it('unpacks every name into ascending periods with offsets a clock can have', () => {
    for (const name of data.names) {
      const { untils, offsets, abbreviations } = data.zone(name)
      expect([name, offsets.length, abbreviations.length]).toEqual([name, untils.length, untils.length])
      expect([name, untils.at(-1)]).toEqual([name, Infinity])
      expect([name, untils.every((until, i) => i === 0 || until > untils[i - 1]!)]).toEqual([name, true])
      expect([name, offsets.every((offset) => Math.abs(offset) < 16 * 3_600_000)]).toEqual([name, true])
      expect([name, abbreviations.every(Boolean)]).toEqual([name, true])
    }
  })
})

describe('offsets that runtimes get wrong', () => {
  it.each([
    ['America/Vancouver', -7],
    ['America/Edmonton', -6],
    ['America/Winnipeg', -5],
    ['Africa/Casablanca', 0],
    ['America/Havana', -4],
  ])('%s is %i hours from UTC in December 2026', (zone, hours) => {
    expect(offsetAt(data.zone(zone), at('2026-12-15T18:00Z'))).toBe(hours * 60)
  })

  it('Vancouver at 10:00 on 2026-12-15 is 17:00 UTC', () => {
    expect(instants('America/Vancouver', '2026-12-15', '10:00')).toEqual(['2026-12-15T17:00Z'])
  })

  it('Kathmandu at 9:00 is 3:15 UTC', () => {
    expect(instants('Asia/Kathmandu', '2027-01-10', '09:00')).toEqual(['2027-01-10T03:15Z'])
  })

  it('keeps the seconds of the time before zones', () => {
    expect(offsetAt(data.zone('America/New_York'), at('1880-01-01T00:00Z'))).toBeCloseTo(-(4 * 60 + 56 + 2 / 60), 9)
  })
})

describe('a gap', () => {
  it.each([
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:00Z', '2027-03-14 03:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30Z', '2026-10-04 02:30'],
    ['Africa/Cairo', '2027-04-30', '00:30', '2027-04-29T22:00Z', '2027-04-30 01:00'],
    ['America/Santiago', '2027-09-05', '00:30', '2027-09-05T04:00Z', '2027-09-05 01:00'],
  ])('%s has no %s %s; the clock jumps at %s to %s', (zone, date, time, jump, after) => {
    expect(instants(zone, date, time)).toEqual([])
    expect(next(zone, date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))).toBe(jump)
    expect(wall(zone, jump)).toBe(after)
  })

  it('ends where it ends: the last minute before and the first after exist once', () => {
    expect(instants('Australia/Lord_Howe', '2026-10-04', '01:59')).toEqual(['2026-10-03T15:29Z'])
    expect(instants('Australia/Lord_Howe', '2026-10-04', '02:00')).toEqual([])
    expect(instants('Australia/Lord_Howe', '2026-10-04', '02:29')).toEqual([])
    expect(instants('Australia/Lord_Howe', '2026-10-04', '02:30')).toEqual(['2026-10-03T15:30Z'])
  })

  it('may be a whole day: Samoa had no 30 December 2011', () => {
    for (const time of ['00:00', '12:00', '23:59']) expect(instants('Pacific/Apia', '2011-12-30', time)).toEqual([])
    expect(next('Pacific/Apia', '2011-12-30', 720)).toBe('2011-12-30T10:00Z')
    expect(wall('Pacific/Apia', '2011-12-30T10:00Z')).toBe('2011-12-31 00:00')
  })

  it('at midnight still leaves the date a beginning', () => {
    expect(next('Africa/Cairo', '2027-04-30', 0)).toBe('2027-04-29T22:00Z')
    expect(next('America/Santiago', '2027-09-05', 0)).toBe('2027-09-05T04:00Z')
  })
})

describe('an overlap', () => {
  it.each([
    ['America/New_York', '2026-11-01', '01:30', ['2026-11-01T05:30Z', '2026-11-01T06:30Z']],
    ['America/St_Johns', '2026-11-01', '01:30', ['2026-11-01T04:00Z', '2026-11-01T05:00Z']],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', ['2027-04-03T14:45Z', '2027-04-03T15:15Z']],
  ])('%s shows %s %s twice', (zone, date, time, both) => {
    expect(instants(zone, date, time)).toEqual(both)
    expect(both.map((instant) => wall(zone, instant))).toEqual([`${date} ${time}`, `${date} ${time}`])
    expect(next(zone, date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))).toBe(both[0])
  })

  it('is told apart by the abbreviation', () => {
    const zone = data.zone('America/New_York')
    const labels = instantsOf(zone, '2026-11-01', 90).map((instant) => zoneLabel(zone, instant))
    expect(labels).toEqual(['EDT', 'EST'])
  })

  it('is half-open: the minute of the jump is once the old and once the new', () => {
    expect(instants('America/New_York', '2026-11-01', '00:59')).toEqual(['2026-11-01T04:59Z'])
    expect(instants('America/New_York', '2026-11-01', '01:00')).toHaveLength(2)
    expect(instants('America/New_York', '2026-11-01', '02:00')).toEqual(['2026-11-01T07:00Z'])
  })
})

describe('labels', () => {
  it.each([
    ['Asia/Kolkata', 'IST'],
    ['Asia/Kathmandu', 'UTC+5:45'],
    ['America/Sao_Paulo', 'UTC−3'],
    ['Pacific/Marquesas', 'UTC−9:30'],
    ['Africa/Casablanca', 'UTC'],
    ['Etc/UTC', 'UTC'],
  ])('%s reads %s', (name, label) => {
    expect(zoneLabel(data.zone(name), at('2026-12-15T18:00Z'))).toBe(label)
  })

  it('are made from the abbreviation of the data', () => {
    expect(abbreviationAt(data.zone('Asia/Kathmandu'), at('2026-12-15T18:00Z'))).toBe('+0545')
  })
})

describe('wall time', () => {
  it('has date, time, weekday and minutes of the day', () => {
    expect(wallTimeOf(data.zone('Asia/Kolkata'), at('2026-11-22T19:05:59Z'))).toEqual({
      date: '2026-11-23',
      time: '00:35',
      weekday: 1,
      minutes: 35,
    })
    expect(wallTimeOf(data.zone('America/New_York'), at('1969-12-29T04:59Z')).weekday).toBe(7)
  })

  it('reads 24:00 as the next midnight', () => {
    expect(instants('Asia/Kolkata', '2026-12-31', '24:00')).toEqual(['2026-12-31T18:30Z'])
  })

  it('leads back to its instant, and every instant it leads to shows it', () => {
    const anyName = fc.constantFrom(...data.names)
    const anyMinute = fc.integer({ min: at('1972-02-01') / 60_000, max: at('2100-01-01') / 60_000 })
    fc.assert(
      fc.property(anyName, anyMinute, (name, minute) => {
        const zone = data.zone(name)
        const shown = wallTimeOf(zone, minute * 60_000)
        const found = instantsOf(zone, shown.date, shown.minutes)
        expect(found).toContain(minute * 60_000)
        expect(found).toEqual([...found].sort((a, b) => a - b))
        for (const instant of found) expect(wallTimeOf(zone, instant)).toEqual(shown)
        expect(dateOfDay(dayOfDate(shown.date))).toBe(shown.date)
      }),
      { numRuns: RUNS * 5 },
    )
  })

  it('changes at the jump and not a millisecond before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...data.names), fc.nat(), (name, pick) => {
        const zone = data.zone(name)
        if (zone.untils.length < 2) return
        const change = pick % (zone.untils.length - 1)
        const jump = zone.untils[change]!
        expect(offsetAt(zone, jump - 1) * 60_000).toBeCloseTo(zone.offsets[change]!, 3)
        expect(offsetAt(zone, jump) * 60_000).toBeCloseTo(zone.offsets[change + 1]!, 3)
      }),
      { numRuns: RUNS * 5 },
    )
  })
})
