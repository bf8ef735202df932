import packed from 'moment-timezone/data/packed/latest.json'
import { describe, expect, it } from 'vitest'
import { numbersFor, pick } from '../seed/fixed'
import { REPEATS } from './events.constants'
import { repeatsOf } from './repeats'
import { instantsOf, wallTimeOf, zoneData } from './zone'

const zones = zoneData(packed)
const at = (iso: string): number => Date.parse(iso)
const HOUR = 3_600_000
const startsOf = (name: string, start: string, every: (typeof REPEATS)[number], count: number): string[] =>
  repeatsOf(zones.zone(name), { start: at(start), end: at(start) + HOUR }, { every, count, after: 0 }).map((one) =>
    new Date(one.start).toISOString(),
  )

describe('a repeated event', () => {
  it('keeps its wall time when the clocks change', () => {
    expect(startsOf('America/New_York', '2026-10-25T22:00:00.000Z', 'week', 2)).toEqual([
      '2026-11-01T23:00:00.000Z',
      '2026-11-08T23:00:00.000Z',
    ])
    expect(startsOf('Asia/Kathmandu', '2027-01-03T03:15:00.000Z', 'week', 1)).toEqual(['2027-01-10T03:15:00.000Z'])
    expect(startsOf('Asia/Kolkata', '2026-10-25T12:30:00.000Z', 'two_weeks', 1)).toEqual(['2026-11-08T12:30:00.000Z'])
  })

  it('begins at the end of a gap, and at the first of two equal times', () => {
    expect(startsOf('America/New_York', '2027-03-07T07:30:00.000Z', 'week', 2)).toEqual([
      '2027-03-14T07:00:00.000Z',
      '2027-03-21T06:30:00.000Z',
    ])
    expect(startsOf('America/New_York', '2026-10-25T05:30:00.000Z', 'week', 1)).toEqual(['2026-11-01T05:30:00.000Z'])
    expect(startsOf('America/St_Johns', '2026-10-25T04:00:00.000Z', 'week', 1)).toEqual(['2026-11-01T04:00:00.000Z'])
    expect(startsOf('Australia/Lord_Howe', '2026-09-26T15:45:00.000Z', 'week', 2)).toEqual([
      '2026-10-03T15:30:00.000Z',
      '2026-10-10T15:15:00.000Z',
    ])
    expect(startsOf('Africa/Cairo', '2027-04-22T22:30:00.000Z', 'week', 1)).toEqual(['2027-04-29T22:00:00.000Z'])
    expect(startsOf('America/Santiago', '2027-08-29T04:30:00.000Z', 'week', 1)).toEqual(['2027-09-05T04:00:00.000Z'])
  })

  it('takes the last day of a month that is too short, and the right day again after it', () => {
    expect(startsOf('UTC', '2027-01-31T10:00:00.000Z', 'month', 4)).toEqual([
      '2027-02-28T10:00:00.000Z',
      '2027-03-31T10:00:00.000Z',
      '2027-04-30T10:00:00.000Z',
      '2027-05-31T10:00:00.000Z',
    ])
  })

  it('goes on from today where it lies in the past', () => {
    const first = { start: at('2026-01-05T10:00:00Z'), end: at('2026-01-05T11:00:00Z') }
    const rule = { every: 'week', count: 2, after: at('2026-11-23T10:00:00Z') } as const
    expect(repeatsOf(zones.zone('UTC'), first, rule).map(({ start }) => new Date(start).toISOString())).toEqual([
      '2026-11-30T10:00:00.000Z',
      '2026-12-07T10:00:00.000Z',
    ])
  })
})

it('shows the same clock each time in any zone wherever that clock exists, rises, and lasts as long as the first', () => {
  const next = numbersFor('repeats')
  const names = ['America/New_York', 'Europe/Lisbon', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu']
  const all = [...names, 'Africa/Casablanca', 'Africa/Cairo', 'America/Havana', 'Pacific/Auckland', 'America/Vancouver']
  for (let round = 0; round < 400; round++) {
    const zone = zones.zone(pick(all, next))
    const start = at('2026-01-01T00:00:00Z') + Math.floor(next() * 3 * 365 * 24 * 4) * 15 * 60_000
    const end = start + (1 + Math.floor(next() * 40)) * 15 * 60_000
    const every = pick(REPEATS, next)
    const { minutes, weekday, date } = wallTimeOf(zone, start)
    const repeats = repeatsOf(zone, { start, end }, { every, count: 52, after: start })
    expect(repeats).toHaveLength(52)
    let before = start
    for (const one of repeats) {
      const wall = wallTimeOf(zone, one.start)
      expect(one.start).toBeGreaterThan(before)
      expect(one.end - one.start).toBe(end - start)
      if (every === 'month') expect(wall.date.slice(8) <= date.slice(8)).toBe(true)
      else expect(wall.weekday).toBe(weekday)
      const instants = instantsOf(zone, wall.date, minutes)
      if (instants.length > 0) expect([one.start, wall.minutes]).toEqual([instants[0], minutes])
      else expect(wall.minutes).toBeGreaterThan(minutes)
      before = one.start
    }
  }
})
