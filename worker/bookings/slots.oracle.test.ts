/// <reference types="vite/types/importMeta.d.ts" />
import * as fc from 'fast-check'
import packed from 'moment-timezone/data/packed/latest.json'
import { describe, expect, it } from 'vitest'
import { slotQueryOf, type TeachingTimes } from '../availability/teaching.rules'
import { reasonAgainst } from '../availability/why.rules'
import { isOffered, nearestFree, slots, type SlotQuery, type TimeRange } from './slots.rules'

// The oracle shares no code with the product: it reads the packed data in its own slow way and walks minute by minute.

const RUNS = Number(import.meta.env.RANDOM_RUNS || 60)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ZONES = [
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Vancouver',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'America/Nuuk',
  'UTC',
]

type Period = { until: number; offset: number }
const digit = (c: string) => (/\d/.test(c) ? Number(c) : /[a-z]/.test(c) ? c.charCodeAt(0) - 87 : c.charCodeAt(0) - 29)
const sixty = (text: string): number =>
  text.startsWith('-')
    ? -sixty(text.slice(1))
    : [...text.split('.')[0]!].reduce((sum, c) => sum * 60 + digit(c), 0) +
      [...(text.split('.')[1] ?? '')].reduce((sum, c, i) => sum + digit(c) / 60 ** (i + 1), 0)

function periodsOf(name: string): Period[] {
  const link = packed.links.find((line) => line.endsWith(`|${name}`))
  const fields = packed.zones.find((line) => line.startsWith(`${link?.split('|')[0] ?? name}|`))!.split('|')
  const steps = fields[4]! === '' ? [] : fields[4]!.split(' ').map(sixty)
  let until = 0
  return [...fields[3]!].map((kind, i) => ({
    until: i < steps.length ? Math.round((until += steps[i]! * MINUTE)) : Infinity,
    offset: -Math.round(sixty(fields[2]!.split(' ')[digit(kind)]!) * MINUTE),
  }))
}

const minuteOf = (time: string) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1])

/** Which zone's wall clock a date is read on. */
const zoneOn = (query: SlotQuery, date: string): string =>
  query.zone_periods.find(({ from_date, to_date }) => from_date <= date && date <= to_date)?.time_zone ?? query.zone

/** 1440 flags: is the mentor open in this minute of this date? */
function minutesOf(query: SlotQuery, date: string): boolean[] {
  const override = query.overrides.findLast((day) => day.date === date)
  const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7
  const isAway = query.away.some(({ from_date, to_date }) => from_date <= date && date <= to_date)
  const ranges: readonly TimeRange[] = isAway
    ? []
    : override
      ? override.ranges
      : query.rules.filter((rule) => rule.weekday === weekday)
  return Array.from({ length: 1440 }, (_, minute) =>
    ranges.some((r) => minuteOf(r.start) <= minute && minute < minuteOf(r.end)),
  )
}

type Reading = { date: string; time: string }
type Walked = { open: boolean; onGrid: boolean; taken: boolean }
/** The wall clock of one zone, near these instants. */
function clock(name: string, from: number, until: number): (instant: number) => Reading {
  const periods = periodsOf(name)
  const near = periods.filter((period, i) => period.until > from && (i === 0 || periods[i - 1]!.until <= until))
  return (instant) => {
    const wall = new Date(instant + near.find((period) => instant < period.until)!.offset).toISOString()
    return { date: wall.slice(0, 10), time: wall.slice(11, 16) }
  }
}

function clocksOf(query: SlotQuery, from: number, until: number): Map<string, (instant: number) => Reading> {
  const names = new Set([...query.zone_periods.map(({ time_zone }) => time_zone), query.zone])
  return new Map([...names].map((name) => [name, clock(name, from, until)]))
}

function walk(query: SlotQuery, clocks: ReturnType<typeof clocksOf>, from: number, until: number): Walked[] {
  const dates = new Map<string, boolean[]>()
  const step = query.policy.minutes < 30 ? query.policy.minutes : 30
  const minutes: Walked[] = []
  for (let instant = from; instant < until; instant += MINUTE) {
    const one: Walked = {
      open: false,
      onGrid: false,
      taken: query.busy.some((b) => b.from < b.until && b.from < instant + MINUTE && instant < b.until),
    }
    for (const [name, read] of clocks) {
      const { date, time } = read(instant)
      if (zoneOn(query, date) !== name) continue
      if (!dates.has(date)) dates.set(date, minutesOf(query, date))
      const flags = dates.get(date)!
      const minute = minuteOf(time)
      if (!flags[minute]) continue
      let begin = minute
      while (flags[begin - 1]) begin--
      one.open = true
      one.onGrid ||= (minute - begin) % step === 0
    }
    minutes.push(one)
  }
  return minutes
}

/** The Monday of a date's week. */
const mondayOf = (date: string): string =>
  new Date(Date.parse(date) - ((new Date(date).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10)

/** Whether so many distinct starts lie in the same span, all read on the clock that the start is of. */
function isFull(query: SlotQuery, clocks: ReturnType<typeof clocksOf>, start: number): boolean {
  const { booked, taught, policy, most_sessions_per_week } = query
  const name =
    query.zone_periods.find(({ from_date, to_date, time_zone }) => {
      const { date } = clocks.get(time_zone)!(start)
      return from_date <= date && date <= to_date
    })?.time_zone ?? query.zone
  const dateAt = (instant: number) => clocks.get(name)!(instant).date
  const within = (starts: readonly number[], span: (date: string) => string) =>
    new Set(starts.filter((other) => span(dateAt(other)) === span(dateAt(start)))).size
  return (
    (policy.most_per_day !== null && within(booked, (date) => date) >= policy.most_per_day) ||
    (policy.most_per_week !== null && within(booked, mondayOf) >= policy.most_per_week) ||
    (most_sessions_per_week !== null && within(taught, mondayOf) >= most_sessions_per_week)
  )
}

function startsByWalking(query: SlotQuery): number[] {
  const { policy, from, until, now } = query
  const origin = Math.floor(from / MINUTE) * MINUTE - 12 * HOUR
  const clocks = clocksOf(query, origin - 20 * DAY, until + 20 * DAY)
  const minutes = walk(query, clocks, origin, until + 12 * HOUR)
  const isSlot = (i: number) =>
    minutes[i]!.onGrid &&
    minutes.slice(i, i + policy.minutes).every((minute) => minute.open) &&
    !minutes
      .slice(i - policy.buffer_before_minutes, i + policy.minutes + policy.buffer_after_minutes)
      .some((minute) => minute.taken) &&
    !isFull(query, clocks, origin + i * MINUTE)
  return minutes
    .map((_, i) => i)
    .filter((i) => {
      const start = origin + i * MINUTE
      return (
        start >= from &&
        start < until &&
        start >= now + policy.minimum_notice_minutes * MINUTE &&
        start <= now + policy.horizon_days * DAY &&
        isSlot(i)
      )
    })
    .map((i) => origin + i * MINUTE)
}

/** Periods of which no two share a date, as they are stored. */
const apart = <T extends { from_date: string; to_date: string }>(periods: T[]): T[] =>
  periods.filter((one, i) =>
    periods.slice(0, i).every((other) => other.to_date < one.from_date || one.to_date < other.from_date),
  )

/** Half of the windows lie around a change of the zone's clock, the rest anywhere from 1995 to 2080. */
const anyMoment = (zone: string) => {
  const [early, late] = [Date.UTC(1995, 0), Date.UTC(2080, 0)]
  const changes = periodsOf(zone)
    .map((period) => period.until)
    .filter((until) => until > early && until < late)
  const anywhere = fc.integer({ min: early / MINUTE, max: late / MINUTE }).map((minute) => minute * MINUTE)
  return changes.length ? fc.oneof(anywhere, fc.constantFrom(...changes)) : anywhere
}
const pad = (value: number) => String(value).padStart(2, '0')
const time = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
const anyMinute = fc.oneof(
  fc.integer({ min: 0, max: 48 }).map((n) => n * 30),
  fc.integer({ min: 0, max: 1440 }),
  fc.constantFrom(0, 1440),
)
const anyRange = fc
  .tuple(anyMinute, anyMinute)
  .map(([a, b]) => ({ start: time(Math.min(a, b)), end: time(Math.max(a, b)) }))
const anyPolicy = fc.record({
  minutes: fc.constantFrom(15, 20, 25, 30, 45, 50, 60, 90, 120),
  buffer_before_minutes: fc.constantFrom(0, 0, 5, 15, 30),
  buffer_after_minutes: fc.constantFrom(0, 0, 10, 15),
  minimum_notice_minutes: fc.constantFrom(0, 60, 7, 1440),
  horizon_days: fc.constantFrom(1, 2, 30, 60),
  most_per_day: fc.constantFrom(null, null, 1, 2),
  most_per_week: fc.constantFrom(null, null, 1, 3),
})

const anyQuery: fc.Arbitrary<SlotQuery> = fc.constantFrom(...ZONES).chain((zone) =>
  anyMoment(zone).chain((moment) => {
    const near = fc.integer({ min: -2 * 1440, max: 3 * 1440 }).map((minutes) => moment + minutes * MINUTE)
    const anyBusy = fc
      .tuple(near, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })), fc.nat(59_999))
      .map(([from, minutes, ms]) => ({ from: from + ms, until: from + ms + minutes * MINUTE }))
    const anyDate = fc
      .integer({ min: -2, max: 3 })
      .map((days) => new Date(moment + days * DAY).toISOString().slice(0, 10))
    const anySpan = fc.tuple(anyDate, fc.nat(2)).map(([from_date, days]) => ({
      from_date,
      to_date: new Date(Date.parse(from_date) + days * DAY).toISOString().slice(0, 10),
    }))
    return fc.record({
      rules: fc.array(
        fc.tuple(fc.integer({ min: 1, max: 7 }), anyRange).map(([weekday, range]) => ({ weekday, ...range })),
        { minLength: 1, maxLength: 20 },
      ),
      overrides: fc.uniqueArray(fc.record({ date: anyDate, ranges: fc.array(anyRange, { maxLength: 3 }) }), {
        selector: (day) => day.date,
        maxLength: 3,
      }),
      away: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(anySpan, { maxLength: 1 }) },
      ),
      zone_periods: fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        {
          weight: 1,
          arbitrary: fc
            .array(
              fc.tuple(anySpan, fc.constantFrom(...ZONES)).map(([span, time_zone]) => ({ ...span, time_zone })),
              { maxLength: 3 },
            )
            .map(apart),
        },
      ),
      busy: fc.array(anyBusy, { maxLength: 8 }),
      booked: fc.array(near, { maxLength: 4 }),
      taught: fc.array(near, { maxLength: 4 }),
      most_sessions_per_week: fc.constantFrom(null, null, 1, 4),
      policy: anyPolicy,
      zone: fc.constant(zone),
      now: fc.oneof(fc.constant(moment - 10 * DAY), near),
      from: fc
        .tuple(fc.integer({ min: -2160, max: 0 }), fc.constantFrom(0, 0, 1, 30_000))
        .map(([minutes, ms]) => moment + minutes * MINUTE + ms),
      until: fc.integer({ min: 1, max: 2880 }).map((minutes) => moment + minutes * MINUTE),
    })
  }),
)

describe('slots beside an oracle that walks minute by minute', () => {
  it('finds the same starts, in order', { timeout: 1_000 * RUNS + 10_000 }, () => {
    let found = 0
    fc.assert(
      fc.property(anyQuery, (query) => {
        const expected = startsByWalking(query)
        const starts = [...slots(query)].map((slot) => slot.start_time)
        expect(starts).toEqual(expected)
        found += starts.length
      }),
      { numRuns: RUNS },
    )
    expect(found).toBeGreaterThan(RUNS)
  })

  it('accepts exactly what it lists and names the nearest of it', { timeout: 1_000 * RUNS + 10_000 }, () => {
    fc.assert(
      fc.property(anyQuery, fc.integer({ min: -3_000, max: 3_000 }), (query, minutes) => {
        const listed = [...slots(query)]
        const starts = new Set(listed.map((slot) => slot.start_time))
        const first = Math.ceil(query.from / MINUTE) * MINUTE
        for (let start = first; start < query.until; start += 5 * MINUTE)
          expect(isOffered(query, start)).toBe(starts.has(start))
        for (const start of starts) expect(isOffered(query, start)).toBe(true)

        const around = query.until + minutes * MINUTE
        const distances = (some: typeof listed) => some.map((slot) => Math.abs(slot.start_time - around))
        const nearest = nearestFree(query, around, 3)
        expect(distances(nearest)).toEqual(
          distances(listed)
            .sort((a, b) => a - b)
            .slice(0, 3),
        )
        expect(nearest.every((slot) => starts.has(slot.start_time))).toBe(true)
        expect(new Set(nearest.map((slot) => slot.start_time)).size).toBe(nearest.length)
      }),
      { numRuns: RUNS },
    )
  })

  it('leaves a start out exactly where a reason stands against it', { timeout: 1_000 * RUNS + 10_000 }, () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyQuery, fc.nat(4), ({ busy, booked, taught, zone, policy, ...query }, kind) => {
        const offer = { id: 'this', ...policy }
        const sessions = kind === 0 ? busy.map(({ from, until }) => ({ from, until, start: from, end: until })) : []
        const times: TeachingTimes = {
          ...query,
          availability_zone: zone,
          teaching: sessions.map((one) => ({ ...one, offer_id: 'other' })),
          learning: kind === 1 ? busy : [],
          external: kind > 1 ? busy : [],
          given: [
            ...booked.map((start) => ({ start, offer_id: 'this' })),
            ...taught.map((start) => ({ start, offer_id: 'other' })),
          ],
        }
        const asked = slotQueryOf(times, offer, { now: query.now, from: query.from, until: query.until })
        const offered = new Set([...slots(asked)].map(({ start_time }) => start_time))
        for (let start = Math.ceil(query.from / MINUTE) * MINUTE; start < query.until; start += 5 * MINUTE) {
          const reason = reasonAgainst(times, offer, query.now, start)
          expect(reason === undefined).toBe(offered.has(start))
          if (reason) seen.add(reason)
        }
      }),
      { numRuns: RUNS },
    )
    expect(seen.size).toBeGreaterThan(5)
  })
})
